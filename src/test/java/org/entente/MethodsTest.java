package org.entente;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * How long and how branched the methods of the rooms that read are: median and ninth decile of the lines in their
 * bodies, and the most branched by McCabe's measure (one, and one more for each way that the method may part).
 */
class MethodsTest {

  private static final List<String> ROOMS =
      List.of("mention", "syntax", "lexicon", "factuality", "event", "argument", "reference", "time", "advice", "merge",
          "reading");

  private static final int MEDIAN = 4;
  private static final int NINTH_DECILE = 14;
  private static final int MOST_BRANCHED = 15;

  /** One method. */
  private record Method(String name, int lines, int branches) {}

  @Test
  void areShortAndHardlyBranchedInTheRoomsThatRead() throws IOException {
    List<Method> methods = methods();
    List<Integer> lines = methods.stream().map(Method::lines).sorted().toList();
    List<String> branched = methods.stream().filter(m -> m.branches() > MOST_BRANCHED)
        .map(m -> m.name() + " " + m.branches()).toList();
    assertEquals(List.of(), branched);
    assertTrue(lines.get(lines.size() / 2) <= MEDIAN, () -> table(methods));
    assertTrue(lines.get(lines.size() * 9 / 10) <= NINTH_DECILE, () -> table(methods));
  }

  /** The longest and the most branched, for whoever wants to shorten them. */
  private static String table(List<Method> methods) {
    List<Integer> lines = methods.stream().map(Method::lines).sorted().toList();
    StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%d methods, median %d, ninth decile %d%n",
        methods.size(), lines.get(lines.size() / 2), lines.get(lines.size() * 9 / 10)));
    methods.stream().sorted(Comparator.comparingInt((Method m) -> -m.branches()).thenComparing(Method::name)).limit(12)
        .forEach(m -> table.append(String.format(Locale.ROOT, "%3d branches %3d lines  %s%n", m.branches(), m.lines(),
            m.name())));
    return table.toString();
  }

  private static List<Method> methods() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> all = Files.list(Path.of("src/main/java/org/entente", room))) {
        all.filter(f -> f.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
              manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<Method> methods = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Finder(unit, positions, methods), null);
      }
      return methods;
    }
  }

  /** Gathers the methods of a file. */
  @SuppressWarnings("VoidUsed") // The visitor hands nothing on.
  private static final class Finder extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods;
    private String type = "";

    Finder(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
      this.unit = unit;
      this.positions = positions;
      this.methods = methods;
    }

    @Override
    public Void visitClass(ClassTree node, Void none) {
      String outer = type;
      type = node.getSimpleName().toString();
      super.visitClass(node, none);
      type = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree node, Void none) {
      if (node.getBody() != null && positions.getStartPosition(unit, node) >= 0) {
        Branches branches = new Branches();
        node.getBody().accept(branches, null);
        int lines = (int) (line(positions.getEndPosition(unit, node.getBody()))
            - line(positions.getStartPosition(unit, node.getBody())) - 1);
        methods.add(new Method(type + "." + node.getName(), Math.max(lines, 0), branches.count));
      }
      return super.visitMethod(node, none);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }

  /** Counts the ways in which a method may part. */
  @SuppressWarnings("VoidUsed") // The visitor hands nothing on.
  private static final class Branches extends TreeScanner<Void, Void> {

    private static final Set<Tree.Kind> EITHER =
        EnumSet.of(Tree.Kind.CONDITIONAL_AND, Tree.Kind.CONDITIONAL_OR);

    private int count = 1;

    @Override
    public Void visitIf(IfTree node, Void none) {
      count++;
      return super.visitIf(node, none);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree node, Void none) {
      count++;
      return super.visitConditionalExpression(node, none);
    }

    @Override
    public Void visitForLoop(ForLoopTree node, Void none) {
      count++;
      return super.visitForLoop(node, none);
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void none) {
      count++;
      return super.visitEnhancedForLoop(node, none);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree node, Void none) {
      count++;
      return super.visitWhileLoop(node, none);
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree node, Void none) {
      count++;
      return super.visitDoWhileLoop(node, none);
    }

    @Override
    public Void visitCatch(CatchTree node, Void none) {
      count++;
      return super.visitCatch(node, none);
    }

    /** What a switch maps in one line each is one decision; only a case that does more parts the way. */
    @Override
    public Void visitCase(CaseTree node, Void none) {
      count += node.getBody() instanceof com.sun.source.tree.BlockTree ? 1 : 0;
      return super.visitCase(node, none);
    }

    @Override
    public Void visitBinary(BinaryTree node, Void none) {
      count += EITHER.contains(node.getKind()) ? 1 : 0;
      return super.visitBinary(node, none);
    }
  }
}
