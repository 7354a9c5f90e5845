package dev.shortlist.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaAnswerTest {
  private static final String SCHEMA =
      """
      {"type": "object",
       "properties": {"cv1": {"$ref": "#/$defs/cv"}, "cv2": {"$ref": "#/$defs/cv"}},
       "$defs": {
         "cv": {"type": "object", "properties": {
           "quotes": {"type": "array", "items": {"type": "string"}},
           "answer": {"type": "string", "enum": ["met", "not"]}}}}}
      """;
  private static final String MATERIAL =
      """
      === cv1-0a begins
      CV text:
      Ann Example
      Kept the accounts of a bakery for four years
      === cv1-0a ends

      === cv2-0b begins
      CV text:
      Baked the bread of the accountants for ten years
      === cv2-0b ends
      """;

  @Test
  void each_cv_is_answered_with_words_of_its_own() {
    var answer = answer(MATERIAL);

    assertThat(answer.path("cv1").path("quotes").path(0).asString())
        .isEqualTo("Kept the accounts of a bakery for four years");
    assertThat(answer.path("cv2").path("quotes").path(0).asString())
        .isEqualTo("Baked the bread of the accountants for ten years");
  }

  @Test
  void of_choices_the_first_is_taken() {
    assertThat(answer(MATERIAL).path("cv1").path("answer").asString()).isEqualTo("met");
  }

  @Test
  void a_cv_that_is_not_in_the_material_has_nothing_to_quote() {
    assertThat(answer("").path("cv1").path("quotes").path(0).asString()).isEmpty();
  }

  private static JsonNode answer(String material) {
    var json = JsonMapper.shared();
    return json.readTree(new SchemaAnswer(json.readTree(SCHEMA), material).toString());
  }
}
