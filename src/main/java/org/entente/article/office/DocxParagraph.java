package org.entente.article.office;

/**
 * One paragraph of a Word document.
 *
 * @param style identifier of its style; empty for the standard one
 * @param listLevel depth in a list from 1; 0 outside lists
 * @param bold whether all of its words are bold
 */
public record DocxParagraph(String text, String style, int listLevel, boolean bold) {}
