package dev.shortlist.text;

import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// What stands before an operator of a content stream, or within an array there.
///
/// Numbers are kept as they are: a page has thousands of them.
final class Operands {
  private float[] numbers = new float[8];
  private @Nullable Object[] others = new Object[8];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  void add(float number) {
    grow();
    numbers[size] = number;
    others[size++] = null;
  }

  /// @param other a string's bytes, an array's items, or what PDFBox made of it
  void add(Object other) {
    grow();
    others[size++] = other;
  }

  void add(COSBase value) {
    switch (value) {
      case COSNumber number -> add(number.floatValue());
      case COSString string -> add(string.getBytes());
      case COSArray array -> {
        var items = new Operands();
        for (var item : array) {
          items.add(item);
        }
        add(items);
      }
      case null -> add((Object) "null");
      default -> add((Object) value);
    }
  }

  boolean isNumber(int index) {
    return index < size && others[index] == null;
  }

  /// Whether there are `count` operands at least, and none but numbers.
  boolean areNumbers(int count) {
    for (int i = 0; i < size; i++) {
      if (others[i] != null) {
        return false;
      }
    }
    return size >= count;
  }

  /// A number, 0 for what is none.
  float number(int index) {
    return isNumber(index) ? numbers[index] : 0;
  }

  @Nullable COSName name(int index) {
    return index < size && others[index] instanceof COSName name ? name : null;
  }

  @Nullable COSDictionary dictionary(int index) {
    return index < size && others[index] instanceof COSDictionary dictionary ? dictionary : null;
  }

  byte @Nullable [] string(int index) {
    return index < size && others[index] instanceof byte[] string ? string : null;
  }

  @Nullable Operands items(int index) {
    return index < size && others[index] instanceof Operands items ? items : null;
  }

  private void grow() {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
      others = Arrays.copyOf(others, size * 2);
    }
  }
}
