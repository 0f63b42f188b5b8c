package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the files of a training that takes hours is said before it begins. */
class TrainCommandTest {

  @TempDir
  Path folder;

  private void refuses(String words, String advice, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "train";
    all[1] = "src/corpus/train";
    System.arraycopy(more, 0, all, 2, more.length);
    Shell refused = Shell.run(all);
    assertEquals(3, refused.code(), refused.err());
    assertTrue(refused.err().contains(words) && refused.err().contains(advice), refused.err());
    assertFalse(refused.err().contains("undertakings"), "no article was read: " + refused.err());
    assertFalse(Files.exists(folder.resolve("new.bin")));
  }

  private void refusesModel(Path model, String option, String words, String advice) {
    refuses(model + words, advice, "--output", folder.resolve("new.bin").toString(), option, model.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--further", "--average"})
  void saysThatAModelIsNotThere(String option) {
    refusesModel(folder.resolve("nowhere.bin"), option, " cannot be read", "Give a file that entente train wrote.");
  }

  @Test
  void saysThatAFolderIsNoModel() {
    refusesModel(folder, "--further", " is no model of the learned reader", "Train it anew with this version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "id\tkind\n", "\u0000\u0018entente learned reader 8\u0000\u0000\u0000"})
  void saysThatAFileIsNoModel(String content) throws IOException {
    refusesModel(Files.writeString(folder.resolve("other.bin"), content), "--further",
        " is no model of the learned reader", "Train it anew with this version");
  }

  @Test
  void saysThatAModelIsOfAnotherVersion() throws IOException {
    Path old = folder.resolve("old.bin");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(old))) {
      out.writeUTF("entente learned reader 1");
    }
    refusesModel(old, "--further", " is of another version (\"entente learned reader 1\")",
        "Train it anew with this version");
  }

  @Test
  void saysThatTheModelCannotBeWritten() {
    refuses("nowhere/new.bin cannot be written", "Give a file in a folder that is there.", "--output",
        folder.resolve("nowhere/new.bin").toString());
    refuses(folder + " cannot be written", "Give a file in a folder that is there.", "--output", folder.toString());
  }
}
