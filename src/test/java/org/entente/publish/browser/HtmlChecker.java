package org.entente.publish.browser;

import com.thaiopensource.relaxng.impl.CombineValidator;
import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nu.validator.checker.jing.CheckerSchema;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import nu.validator.xml.templateelement.TemplateElementDroppingSchemaWrapper;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Says what is wrong with an HTML document, by the rules of the <a href="https://validator.github.io/validator/">Nu
 * HTML Checker</a>: its grammar, and its checks of what a grammar cannot say. Its guess at the language is left out, as
 * is Unicode normalization, since pages quote articles letter by letter. Everything it reads is in its jar.
 */
final class HtmlChecker {

  private static final int EXCERPT = 100;
  /** The checker is of 2020: it knows CSS as it was then, and only some of the roles that {@code svg} may have. */
  private static final Pattern OUTDATED =
      Pattern.compile("CSS:.*|Bad value “[a-z-]+” for attribute “role” on element “svg”\\.", Pattern.DOTALL);
  private static final String GRAMMAR = "http://s.validator.nu/html5-all.rnc";
  private static final List<Schema> CHECKS = List.of(CheckerSchema.ASSERTION_SCH, CheckerSchema.TABLE_CHECKER,
      CheckerSchema.CONFORMING_BUT_OBSOLETE_WARNER, CheckerSchema.TEXT_CONTENT_CHECKER,
      CheckerSchema.UNCHECKED_SUBTREE_WARNER, CheckerSchema.USEMAP_CHECKER, CheckerSchema.MICRODATA_CHECKER);

  private final Findings findings = new Findings();
  private final PropertyMap properties;
  private final Schema grammar;

  HtmlChecker() {
    LocalCacheEntityResolver files = new LocalCacheEntityResolver(new NullEntityResolver());
    files.setAllowRnc(true);
    PropertyMapBuilder builder = new PropertyMapBuilder();
    builder.put(ValidateProperty.ERROR_HANDLER, findings);
    builder.put(ValidateProperty.ENTITY_RESOLVER, files);
    builder.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
    RngProperty.CHECK_ID_IDREF.add(builder);
    properties = builder.toPropertyMap();
    grammar = grammar(files);
  }

  /** The grammar knows neither {@code data-*} nor a few more things that HTML allows everywhere: they are dropped. */
  private Schema grammar(LocalCacheEntityResolver files) {
    try {
      Schema read = CompactSchemaReader.getInstance().createSchema(files.resolveEntity(null, GRAMMAR), properties);
      return new NamespaceChangingSchemaWrapper(new TemplateElementDroppingSchemaWrapper(
          new RoleAttributeFilteringSchemaWrapper(new XmlLangAttributeDroppingSchemaWrapper(
              new DataAttributeDroppingSchemaWrapper(read)))));
    } catch (IOException | SAXException | IncorrectSchemaException e) {
      throw new IllegalStateException("the grammar of HTML could not be read", e);
    }
  }

  /** Errors and warnings, each with the markup before its place; empty for a valid document. */
  List<String> findings(String html) {
    findings.start(html);
    Validator validator = grammar.createValidator(properties);
    for (Schema check : CHECKS) {
      validator = new CombineValidator(validator, check.createValidator(properties));
    }
    HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
    parser.setMappingLangToXmlLang(true);
    parser.setErrorHandler(findings);
    parser.setContentHandler(validator.getContentHandler());
    try {
      parser.parse(new InputSource(new StringReader(html)));
    } catch (IOException | SAXException e) {
      throw new IllegalStateException("the document could not be checked", e);
    }
    return List.copyOf(findings.found);
  }

  private static final class Findings implements ErrorHandler {

    private final List<String> found = new ArrayList<>();
    private List<String> lines = List.of();

    void start(String html) {
      found.clear();
      lines = html.lines().toList();
    }

    @Override
    public void warning(SAXParseException finding) {
      add("warning: ", finding);
    }

    @Override
    public void error(SAXParseException finding) {
      add("error: ", finding);
    }

    @Override
    public void fatalError(SAXParseException finding) {
      add("error: ", finding);
    }

    private void add(String kind, SAXParseException finding) {
      if (!OUTDATED.matcher(finding.getMessage()).matches()) {
        found.add(kind + finding.getMessage() + " At the end of: " + before(finding));
      }
    }

    private String before(SAXParseException place) {
      String line = place.getLineNumber() > 0 && place.getLineNumber() <= lines.size()
          ? lines.get(place.getLineNumber() - 1) : "";
      int end = Math.clamp(place.getColumnNumber(), 0, line.length());
      return line.substring(Math.max(0, end - EXCERPT), end);
    }
  }
}
