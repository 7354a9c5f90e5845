package dev.shortlist.dialect;

import dev.shortlist.intake.Upload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// The fields and files of one request, whatever they are called: fields nobody knows are passed
/// over, files nobody knows are CVs. Its files are deleted at the end.
public final class Form implements AutoCloseable {
  private final HttpServletRequest request;
  private final @Nullable MultipartHttpServletRequest parts;
  private final List<Path> files = new ArrayList<>();
  private @Nullable Path folder;

  private Form(HttpServletRequest request, @Nullable MultipartHttpServletRequest parts) {
    this.request = request;
    this.parts = parts;
  }

  public static Form of(HttpServletRequest request) {
    return new Form(request, WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class));
  }

  /// The text in the field `name` without space around it, if there is any.
  public Optional<String> find(String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  /// The text in the field `name`.
  ///
  /// @throws InvalidField if there is none
  public String get(String name) {
    return find(name).orElseThrow(() -> InvalidField.missing(name));
  }

  /// The file in the field `name`, if one was chosen.
  public Optional<Upload> file(String name) {
    return received(name).stream().findFirst().map(this::upload);
  }

  /// The files in the field `name`, and in every other field but `others`.
  ///
  /// @param others fields whose files are no CVs
  /// @throws InvalidField if there are none
  public List<Upload> cvs(String name, String... others) {
    var uploads = new ArrayList<Upload>();
    received(name).forEach(file -> uploads.add(upload(file)));
    var known = Set.copyOf(Arrays.asList(others));
    if (parts != null) {
      for (String field : parts.getMultiFileMap().keySet()) {
        if (!field.equals(name) && !known.contains(field)) {
          received(field).forEach(file -> uploads.add(upload(file)));
        }
      }
    }
    if (uploads.isEmpty()) {
      throw InvalidField.missing(name);
    }
    return List.copyOf(uploads);
  }

  /// `text` as if it had been sent as a file.
  public Upload written(String name, String text) {
    try {
      Path file = newFile();
      Files.writeString(file, text);
      return new Upload(name, file);
    } catch (IOException e) {
      throw new UncheckedIOException("a text cannot be kept", e);
    }
  }

  private List<MultipartFile> received(String name) {
    return parts == null
        ? List.of()
        : parts.getFiles(name).stream().filter(Form::isChosen).toList();
  }

  // A form sends an empty part without name for a file field nobody touched.
  private static boolean isChosen(MultipartFile file) {
    String name = file.getOriginalFilename();
    return file.getSize() > 0 || (name != null && !name.isBlank());
  }

  private Upload upload(MultipartFile part) {
    try {
      Path file = newFile();
      part.transferTo(file.toFile()); // moves what the server has on disk already
      String name = part.getOriginalFilename();
      return new Upload(name == null || name.isBlank() ? "unnamed" : name, file);
    } catch (IOException e) {
      throw new UncheckedIOException("an uploaded file cannot be kept", e);
    }
  }

  private Path newFile() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("shortlist-upload");
    }
    Path file = folder.resolve(Integer.toString(files.size()));
    files.add(file);
    return file;
  }

  @Override
  public void close() throws IOException {
    for (var file : files) {
      Files.deleteIfExists(file);
    }
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }
}
