package dev.shortlist.text;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.jspecify.annotations.Nullable;

/// Layers that a PDF viewer does not show when it opens the file.
final class HiddenLayers {
  private static final COSName GROUPS = COSName.getPDFName("OCGs");

  private final @Nullable PDOptionalContentProperties properties;

  HiddenLayers(PDDocument document) {
    properties = document.getDocumentCatalog().getOCProperties();
  }

  /// Whether `layer`, a group or a set of groups of which one must show, is hidden.
  boolean hides(@Nullable COSBase layer) {
    if (properties == null || !(layer instanceof COSDictionary dictionary)) {
      return false;
    }
    if (!dictionary.containsKey(GROUPS)) {
      return isOff(dictionary);
    }
    var groups = dictionary.getDictionaryObject(GROUPS);
    if (!(groups instanceof COSArray several)) {
      return groups instanceof COSDictionary one && isOff(one);
    }
    for (int i = 0; i < several.size(); i++) {
      if (several.getObject(i) instanceof COSDictionary group && !isOff(group)) {
        return false;
      }
    }
    return several.size() > 0;
  }

  private boolean isOff(COSDictionary group) {
    return properties != null
        && COSName.OCG.equals(group.getCOSName(COSName.TYPE))
        && !properties.isGroupEnabled(new PDOptionalContentGroup(group));
  }
}
