package dev.shortlist.api;

import dev.shortlist.intake.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// The files of one request in a folder of their own, which is deleted at the end.
final class ReceivedParts implements AutoCloseable {
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  ReceivedParts() throws IOException {
    folder = Files.createTempDirectory("shortlist-upload");
  }

  List<Upload> uploads(@Nullable List<MultipartFile> parts) throws IOException {
    var uploads = new ArrayList<Upload>();
    for (var part : parts == null ? List.<MultipartFile>of() : parts) {
      if (isChosen(part)) {
        uploads.add(upload(part));
      }
    }
    return uploads;
  }

  Upload upload(MultipartFile part) throws IOException {
    Path file = folder.resolve(Integer.toString(files.size()));
    files.add(file);
    // Moves what the server has on disk already; the variant that takes a Path copies it.
    part.transferTo(file.toFile());
    String name = part.getOriginalFilename();
    return new Upload(name == null || name.isBlank() ? "unnamed" : name, file);
  }

  /// A form sends an empty part without name for a file field nobody touched.
  static boolean isChosen(@Nullable MultipartFile part) {
    String name = part == null ? null : part.getOriginalFilename();
    return part != null && (part.getSize() > 0 || (name != null && !name.isBlank()));
  }

  @Override
  public void close() throws IOException {
    for (var file : files) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
