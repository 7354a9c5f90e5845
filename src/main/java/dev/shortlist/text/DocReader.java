package dev.shortlist.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;

/// Reads Word 97-2003.
final class DocReader {
  private static final Pattern FIELD_LINK = Pattern.compile("HYPERLINK\\s+\"([^\"]+)\"");
  private static final int WHITE_INDEX = 8;
  private static final char FIELD_BEGIN = 0x13;
  private static final char FIELD_SEPARATOR = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char CELL_END = 0x07;

  private final byte[] bytes;
  private final Draft draft;
  private final StringBuilder hidden = new StringBuilder();
  private final StringBuilder field = new StringBuilder();
  private int fieldDepth;

  DocReader(byte[] bytes, Draft draft) {
    this.bytes = bytes;
    this.draft = draft;
  }

  Extraction read() throws IOException {
    try (var document = new HWPFDocument(new ByteArrayInputStream(bytes))) {
      range(document.getHeaderStoryRange());
      range(document.getRange());
      range(document.getMainTextboxRange());
      range(document.getFootnoteRange());
      draft.hidden(hidden.toString(), 1);
      if (draft.isEmpty()) {
        throw new Unreadable(Reason.NO_TEXT, "");
      }
      return draft.finish(FileType.DOC, 1, dated(document));
    } catch (EncryptedDocumentException e) {
      throw new Unreadable(Reason.ENCRYPTED, "");
    } catch (OldWordFileFormatException e) {
      throw new Unreadable(Reason.UNSUPPORTED, "written by Word 95 or older");
    }
  }

  private void range(@Nullable Range range) {
    if (range == null) {
      return;
    }
    draft.nextBlock();
    for (int i = 0; i < range.numParagraphs() && !draft.full(); i++) {
      paragraph(range.getParagraph(i));
    }
    fieldDepth = 0;
  }

  private void paragraph(Paragraph paragraph) {
    var line = new StringBuilder(paragraph.isInList() ? "• " : "");
    int letters = 0;
    int bold = 0;
    float size = 0;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      var run = paragraph.getCharacterRun(i);
      var text = shown(run);
      if (run.isMarkedDeleted() || text.isEmpty()) {
        continue;
      }
      if (isHidden(run, paragraph)) {
        hidden.append(text);
        continue;
      }
      line.append(text);
      letters += text.length();
      bold += run.isBold() ? text.length() : 0;
      size = Math.max(size, run.getFontSize() / 2f);
    }
    boolean heading = paragraph.getLvl() < 9 || bold * 2 > letters;
    for (var part : line.toString().split("[\\u000B\\t\\u000C\\u000E\\r\\n\\u0007]", -1)) {
      draft.line(part, heading, size);
    }
    if (line.isEmpty() || paragraph.isInTable() || line.indexOf("\f") >= 0) {
      draft.nextBlock();
    }
  }

  /// The run's text without field codes; targets of links are kept apart.
  private String shown(CharacterRun run) {
    var shown = new StringBuilder();
    for (char c : run.text().toCharArray()) {
      if (c == FIELD_BEGIN) {
        fieldDepth++;
      } else if (c == FIELD_SEPARATOR || c == FIELD_END) {
        fieldDepth = Math.max(0, fieldDepth - (c == FIELD_SEPARATOR || !field.isEmpty() ? 1 : 0));
        FIELD_LINK.matcher(field).results().forEach(link -> draft.link(link.group(1), 1, null));
        field.setLength(0);
      } else if (fieldDepth > 0) {
        field.append(c);
      } else {
        shown.append(c == CELL_END ? '\t' : c == 0x1E ? '-' : c);
      }
    }
    return shown.toString().replaceAll("[\\u0001-\\u0006\\u0008\\u000F-\\u001D\\u001F]", "");
  }

  private static boolean isHidden(CharacterRun run, Paragraph paragraph) {
    boolean shaded = paragraph.isInTable() || run.isHighlighted();
    return run.isVanished()
        || (run.getFontSize() > 0 && run.getFontSize() <= 4)
        || (!shaded && (run.getColor() == WHITE_INDEX || run.getIco24() == 0xFFFFFF));
  }

  private @Nullable LocalDate dated(HWPFDocument document) {
    var information = document.getSummaryInformation();
    if (information == null) {
      return null;
    }
    draft.property(information.getTitle());
    draft.property(information.getSubject());
    draft.property(information.getKeywords());
    draft.property(information.getComments());
    Date saved = information.getLastSaveDateTime();
    Date date = saved != null ? saved : information.getCreateDateTime();
    return date == null ? null : date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
