package dev.shortlist.text;

/// Why a file has no readable text, and what a person can do about it.
public enum Reason {
  EMPTY_FILE("the file is empty (0 bytes)", "ask for the file again"),
  ENCRYPTED("the file is protected by a password", "ask for a copy without password"),
  NO_TEXT(
      "the pages are pictures without text (a scan)",
      "ask for a file with text, or install Tesseract, with which scans are read"),
  ILLEGIBLE(
      "the pages are pictures, and text recognition is not sure of their words",
      "ask for a sharper scan, or a file with text"),
  GARBLED(
      "the letters cannot be told: the file's fonts do not say what they show",
      "ask for the file in another format"),
  UNSUPPORTED("the type of the file is not supported", "ask for PDF, Word, ODT, RTF, HTML or text"),
  DAMAGED("the file is damaged", "ask for the file again"),
  TOO_LARGE("the file is larger than the limit", "ask for a smaller file, or raise the limit"),
  TOO_COSTLY(
      "reading the file took more time or memory than the limit",
      "open it with care: ordinary CVs do not do this"),
  EMPTY_ARCHIVE("the archive holds no file", "upload the files themselves"),
  UNSAFE_ARCHIVE("the archive is unsafe and was not unpacked", "ask for the files themselves"),
  NESTED_ARCHIVE("the file is an archive, and no document", "unpack it and upload what it holds"),
  UNREADABLE("the file cannot be opened", "check that it exists and may be read"),
  FAILED("Shortlist failed on the file", "report it, and ask for the file in another format");

  private final String meaning;
  private final String advice;

  Reason(String meaning, String advice) {
    this.meaning = meaning;
    this.advice = advice;
  }

  /// What is wrong, as half a sentence in English.
  public String meaning() {
    return meaning;
  }

  /// What a person can do about it, as half a sentence in English.
  public String advice() {
    return advice;
  }
}
