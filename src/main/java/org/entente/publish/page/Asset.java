package org.entente.publish.page;

import java.util.Arrays;

/**
 * A file that pages refer to.
 *
 * @param mediaType with its charset where it is text, such as {@code text/css; charset=utf-8}
 * @param content the bytes; not to be changed by whoever gets them
 */
public record Asset(String mediaType, byte[] content) {

  @Override
  public boolean equals(Object other) {
    return other instanceof Asset asset && mediaType.equals(asset.mediaType)
        && Arrays.equals(content, asset.content);
  }

  @Override
  public int hashCode() {
    return 31 * mediaType.hashCode() + Arrays.hashCode(content);
  }
}
