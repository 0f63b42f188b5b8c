package org.entente.publish.door;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.util.NanoTime;

/**
 * Keeps those who read long answers slowly from holding every thread: only so many long answers go out at the same
 * time, and one that is not taken at a pace is broken off. Short answers fit into what the network holds for a line.
 */
public final class SlowReaders {

  private static final int MOST_LONG = 24;
  private static final long LONG = 256 << 10;
  private static final PacedBody.Pace PACE =
      new PacedBody.Pace(Duration.ofSeconds(20), Doors.BYTES_PER_SECOND);

  private final Semaphore places = new Semaphore(MOST_LONG);

  /** The way of one answer out; to be closed when it is through. */
  public final class Lane implements AutoCloseable {

    private boolean held;

    private Lane() {}

    /** Writes there as long as the reader keeps pace. */
    public OutputStream over(OutputStream out) {
      return new Paced(out, this);
    }

    private void hold() throws IOException {
      held = held || places.tryAcquire();
      if (!held) {
        throw new IOException("too many long answers go out at this moment");
      }
    }

    @Override
    public void close() {
      if (held) {
        places.release();
        held = false;
      }
    }
  }

  /** Whether an answer of this length could go out now. */
  public boolean isFree(long length) {
    return length <= LONG || places.availablePermits() > 0;
  }

  /** A lane; an answer that turns out to be long gets one of the places for these, or is broken off. */
  public Lane lane() {
    return new Lane();
  }

  /** Counts what was written, and how long the reader kept us waiting. */
  private static final class Paced extends FilterOutputStream {

    private final Lane lane;
    private long bytes;
    private long waited;

    Paced(OutputStream out, Lane lane) {
      super(out);
      this.lane = lane;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      bytes += length;
      if (bytes > LONG) {
        lane.hold();
      }
      long begin = NanoTime.now();
      out.write(some, from, length);
      waited += NanoTime.since(begin);
      if (!PACE.isKept(bytes, waited)) {
        throw new IOException("the answer is read too slowly");
      }
    }
  }
}
