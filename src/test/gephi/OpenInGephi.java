import java.io.File;
import java.util.Arrays;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens a network in Gephi: java -cp gephi-toolkit-all.jar OpenInGephi.java FILE STRATEGY; prints what is in it. */
class OpenInGephi {

  public static void main(String[] arguments) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.valueOf(arguments[1]));
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    Edge[] ties = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph().getEdges().toArray();
    double weight = Arrays.stream(ties).mapToDouble(Edge::getWeight).sum();
    System.out.println("opened with " + ties.length + " ties of weight " + weight + " in all");
  }
}
