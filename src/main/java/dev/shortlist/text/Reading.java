package dev.shortlist.text;

import java.io.IOException;

/// Reads bytes of any kind; runs inside a [Child].
final class Reading {
  private final ChildRules rules;
  private final Runnable announce;

  /// @param announce called before pages are recognised, which takes longer than reading
  Reading(ChildRules rules, Runnable announce) {
    this.rules = rules;
    this.announce = announce;
  }

  /// @param name the file's name, for its extension
  Extraction read(byte[] bytes, String name) {
    try {
      var content = Content.of(bytes, name);
      return read(content, bytes, new Draft(rules.characters()));
    } catch (Unreadable e) {
      return new Extraction.Unreadable(e.reason(), e.detail());
    } catch (IOException | RuntimeException e) {
      return new Extraction.Unreadable(Reason.DAMAGED, "");
    }
  }

  private Extraction read(Content content, byte[] bytes, Draft draft) throws IOException {
    if (content.extensionWrong()) {
      draft.notice(
          Notice.Kind.WRONG_EXTENSION,
          "named %s but is %s".formatted(content.extension(), content.type()),
          1);
    }
    return switch (content.type()) {
      case PDF -> new PdfReader(bytes, draft, rules.pages(), recognizer()).read();
      case DOCX -> new DocxReader(bytes, draft).read();
      case DOC -> new DocReader(bytes, draft).read();
      case ODT -> new OdtReader(bytes, draft).read();
      case RTF -> new RtfReader(bytes, draft).read();
      case HTML -> new HtmlReader(bytes, draft).read();
      case MARKDOWN -> new PlainReader(bytes, draft).readMarkdown();
      case JSON_RESUME -> JsonResumeReader.read(bytes, draft);
      case TEXT -> new PlainReader(bytes, draft).read();
      case PICTURE -> new PictureReader(bytes, draft, recognizer()).read();
    };
  }

  private Recognizer recognizer() {
    return new Recognizer(rules, announce);
  }
}
