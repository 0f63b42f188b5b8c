package org.entente.load;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signatures of texts that were met before, in {@code signatures} beside a store's database, so that one more article
 * does not have all others read again. Nothing but time is lost with the file.
 */
final class SignatureCache {

  private static final Logger LOG = LoggerFactory.getLogger(SignatureCache.class);
  private static final String FILE = "signatures";
  private static final int DIGEST = 32;

  private final Optional<Path> file;
  private final Map<String, Optional<TextSignature>> known = new HashMap<>();
  private final Map<String, Optional<TextSignature>> fresh = new HashMap<>();

  /**
   * @param folder the store's; none for one in memory
   */
  SignatureCache(Optional<Path> folder) {
    file = folder.map(path -> path.resolve(FILE));
    file.filter(Files::exists).ifPresent(this::read);
  }

  private void read(Path from) {
    try {
      if (Files.size(from) % (DIGEST + Integer.BYTES * TextSignature.SIZE) != 0) {
        LOG.warn("{} is cut off: it is made anew", from);
        Files.delete(from);
        return;
      }
    } catch (IOException e) {
      LOG.warn("{} could not be read ({}): texts are compared anew", from, e.getMessage());
      return;
    }
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
      while (true) {
        byte[] digest = in.readNBytes(DIGEST);
        int[] least = new int[TextSignature.SIZE];
        for (int i = 0; i < least.length; i++) {
          least[i] = in.readInt();
        }
        known.put(HexFormat.of().formatHex(digest),
            least[0] < 0 ? Optional.empty() : Optional.of(new TextSignature(least)));
      }
    } catch (EOFException e) {
      LOG.debug("{} signatures in {}", known.size(), from);
    } catch (IOException e) {
      LOG.warn("{} could not be read ({}): texts are compared anew", from, e.getMessage());
    }
  }

  Optional<TextSignature> of(String digest, Supplier<String> text) {
    Optional<TextSignature> found = known.get(digest);
    if (found == null) {
      found = TextSignature.of(text.get());
      known.put(digest, found);
      fresh.put(digest, found);
    }
    return found;
  }

  /** Appends what is new to the file. */
  void keep() {
    if (file.isEmpty() || fresh.isEmpty()) {
      return;
    }
    try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
        Files.newOutputStream(file.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
      for (Map.Entry<String, Optional<TextSignature>> entry : fresh.entrySet()) {
        out.write(HexFormat.of().parseHex(entry.getKey()));
        for (int i = 0; i < TextSignature.SIZE; i++) {
          out.writeInt(entry.getValue().isPresent() ? entry.getValue().get().least()[i] : -1);
        }
      }
      fresh.clear();
    } catch (IOException e) {
      LOG.warn("{} could not be written ({}): texts will be compared anew", file.get(), e.getMessage());
    }
  }
}
