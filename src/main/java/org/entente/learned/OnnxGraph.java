package org.entente.learned;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a model in ONNX form, operation by operation. Only the parts of the format are written that an encoder needs;
 * the format is onnx/onnx.proto, whose messages are protocol buffers.
 */
final class OnnxGraph {

  /** Operations of the standard itself, and those that ONNX Runtime has besides. */
  enum Operations {
    STANDARD("", 17), OF_RUNTIME("com.microsoft", 1);

    private final String domain;
    private final int version;

    Operations(String domain, int version) {
      this.domain = domain;
      this.version = version;
    }
  }

  /** Types of numbers in onnx.proto. */
  private static final int FLOAT = 1;
  private static final int UNSIGNED_BYTE = 2;
  private static final int SIGNED_BYTE = 3;
  private static final int LONG = 7;

  /** Types of attributes. */
  private static final int FLOAT_ATTRIBUTE = 1;
  private static final int INTEGER_ATTRIBUTE = 2;

  private static final int FORMAT_VERSION = 8;

  private final Message graph = new Message();

  OnnxGraph() {
    graph.text(2, "encoder");
  }

  /** Whole numbers that are given when the model is run, of as many rows and columns as there are then. */
  void input(String name, String rows, String columns) {
    graph.message(11, value(name, LONG, rows, columns));
  }

  /** Numbers that the model gives back. */
  void output(String name, String... dimensions) {
    graph.message(12, value(name, FLOAT, dimensions));
  }

  private static Message value(String name, int type, String... dimensions) {
    Message shape = new Message();
    for (String dimension : dimensions) {
      shape.message(1, new Message().text(2, dimension));
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** Numbers that the model has, as many as the dimensions say; a single one where there are none. */
  String floats(String name, float[] numbers, long... dimensions) {
    ByteBuffer raw = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(numbers);
    return tensor(name, FLOAT, raw.array(), dimensions);
  }

  /** The same in whole numbers from -128 to 127. */
  String signed(String name, byte[] numbers, long... dimensions) {
    return tensor(name, SIGNED_BYTE, numbers, dimensions);
  }

  /** The same in whole numbers from 0 to 255. */
  String unsigned(String name, byte[] numbers, long... dimensions) {
    return tensor(name, UNSIGNED_BYTE, numbers, dimensions);
  }

  private String tensor(String name, int type, byte[] raw, long... dimensions) {
    Message tensor = new Message();
    for (long dimension : dimensions) {
      tensor.number(1, dimension);
    }
    graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
    return name;
  }

  /** What an operation is done with besides its inputs. */
  record Attribute(String name, Number value) {

    private Message message() {
      Message message = new Message().text(1, name);
      return value instanceof Float number ? message.real(2, number).number(20, FLOAT_ATTRIBUTE)
          : message.number(3, value.longValue()).number(20, INTEGER_ATTRIBUTE);
    }
  }

  /**
   * An operation.
   *
   * @param inputs their names; an empty one for what the operation can do without
   */
  void operation(
      Operations of, String name, List<String> inputs, List<String> outputs, Attribute... attributes) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(4, name).text(7, of.domain);
    for (Attribute attribute : attributes) {
      node.message(5, attribute.message());
    }
    graph.message(1, node);
  }

  byte[] bytes() {
    Message model = new Message().number(1, FORMAT_VERSION);
    for (Operations of : Operations.values()) {
      model.message(8, new Message().text(1, of.domain).number(2, of.version));
    }
    return model.message(7, graph).out.toByteArray();
  }

  /** A message of protocol buffers: numbered fields, one behind the other. */
  private static final class Message {

    private static final int VARINT = 0;
    private static final int LENGTH_FIRST = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      return varint((long) field << 3 | VARINT).varint(value);
    }

    Message real(int field, float value) {
      varint((long) field << 3 | FOUR_BYTES);
      out.writeBytes(ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
      return this;
    }

    Message text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message message) {
      return bytes(field, message.out.toByteArray());
    }

    Message bytes(int field, byte[] bytes) {
      varint((long) field << 3 | LENGTH_FIRST).varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    private Message varint(long value) {
      long left = value;
      while ((left & ~0x7fL) != 0) {
        out.write((int) (left & 0x7f | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
      return this;
    }
  }
}
