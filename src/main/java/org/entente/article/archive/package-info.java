/**
 * Files that hold many articles or other files: a {@link org.entente.article.archive.Unpacker.Container} is read as a stream
 * (archives), a {@link org.entente.article.archive.Wrapping} in memory (mail, feeds, tables).
 */
@NullMarked
package org.entente.article.archive;

import org.jspecify.annotations.NullMarked;
