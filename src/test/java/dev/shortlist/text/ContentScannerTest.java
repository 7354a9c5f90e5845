package dev.shortlist.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentScannerTest {
  private static final List<String> PIECES =
      List.of(
          "12 ",
          "-0.5 ",
          ".25",
          "7.",
          "--3 ",
          "1-2 ",
          "+4 ",
          "16777217.5 ",
          "99999999999999999999 ",
          "0.00000000012 ",
          "/F1 ",
          "/A#20B ",
          "/",
          "(a)",
          "(a\\)b) ",
          "(a(b)c)",
          "(\\101\\7x)",
          "(\\\n)",
          "(\\n\\q)",
          "(",
          ")",
          "<414>",
          "<4 1>",
          "<zz>",
          "<",
          ">",
          "[1(a)-2.5<41>]",
          "[[1]/N]",
          "[",
          "]",
          "<</OC/MC0>>",
          "<</A[1 2]",
          "true ",
          "null ",
          "% note\n",
          " ",
          "\n",
          "\0",
          "BT ",
          "Tj",
          "TJ\n",
          "Tf",
          "'",
          "\"",
          "T*",
          "f*",
          "re",
          "W n ",
          "q",
          "Q",
          "BDC",
          "scn",
          "d0",
          "longer ",
          "{",
          "BI /W 1 ID x EI Q ",
          "I ",
          "E",
          "é");

  @Provide
  Arbitrary<String> content() {
    return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 3000)
  void a_stream_is_divided_as_pdfbox_divides_it(@ForAll("content") String content) {
    assertThat(ours(content)).isEqualTo(theirs(content));
  }

  @Test
  void operands_come_with_their_operator() throws IOException {
    var operands = new Operands();

    int operation = scanner("/F1 9.5 Tf").next(operands);

    assertThat(operation).isEqualTo(Operation.FONT);
    assertThat(operands.name(0))
        .isNotNull()
        .satisfies(n -> assertThat(n.getName()).isEqualTo("F1"));
    assertThat(operands.number(1)).isEqualTo(9.5f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "% only a note"})
  void a_stream_without_operators_ends_at_once(String content) throws IOException {
    assertThat(scanner(content).next(new Operands())).isEqualTo(ContentScanner.END);
  }

  @Test
  void a_stream_longer_than_any_page_is_refused() {
    assertThatThrownBy(() -> scanner("0 0 m ".repeat(9_000_000))).isInstanceOf(Unreadable.class);
  }

  private static String ours(String content) {
    var said = new ArrayList<String>();
    try {
      var scanner = scanner(content);
      var operands = new Operands();
      for (int op = scanner.next(operands); op != ContentScanner.END; op = scanner.next(operands)) {
        said.add(said(operands) + " op " + op);
      }
    } catch (IOException e) {
      said.add("damaged");
    }
    return String.join("\n", said);
  }

  private static String theirs(String content) {
    var said = new ArrayList<String>();
    var operands = new Operands();
    try {
      var parser = new PDFStreamParser(bytes(content));
      for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
        if (token instanceof Operator operator) {
          said.add(said(operands) + " op " + Operation.of(operator.getName()));
          operands.clear();
        } else {
          operands.add((COSBase) token);
        }
      }
    } catch (IOException e) {
      said.add("damaged");
    }
    return String.join("\n", said);
  }

  private static String said(Operands operands) {
    var said = new StringBuilder();
    for (int i = 0; i < operands.size(); i++) {
      var string = operands.string(i);
      var items = operands.items(i);
      if (operands.isNumber(i)) {
        said.append(operands.number(i));
      } else if (string != null) {
        said.append('(').append(new String(string, StandardCharsets.ISO_8859_1)).append(')');
      } else if (items != null) {
        said.append('[').append(said(items)).append(']');
      } else {
        said.append(operands.name(i)).append(operands.dictionary(i));
      }
      said.append(' ');
    }
    return said.toString();
  }

  private static ContentScanner scanner(String content) throws IOException {
    var stream = new COSStream();
    try (var out = stream.createOutputStream()) {
      out.write(bytes(content));
    }
    return ContentScanner.of(new PDFormXObject(stream));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.ISO_8859_1);
  }
}
