package dev.shortlist.samples;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How a sample CV is laid out.
enum Layout {
  @JsonProperty("single")
  SINGLE,
  @JsonProperty("single-de")
  SINGLE_GERMAN,
  @JsonProperty("sidebar-left")
  SIDEBAR_LEFT,
  @JsonProperty("sidebar-right")
  SIDEBAR_RIGHT,
  @JsonProperty("table")
  TABLE,
  @JsonProperty("hidden")
  HIDDEN,
  @JsonProperty("scan")
  SCAN,
  @JsonProperty("protected")
  PROTECTED,
  @JsonProperty("docx")
  DOCX,
  @JsonProperty("docx-table")
  DOCX_TABLE,
  @JsonProperty("odt")
  ODT,
  @JsonProperty("html")
  HTML,
  @JsonProperty("text")
  TEXT
}
