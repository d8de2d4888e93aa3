package network.spheron.dao.figures;

import io.quarkus.arc.All;
import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Path;
import java.util.List;

/** Measures inside the application; its arguments are the report's file and the names of the figures. */
class Measuring implements QuarkusApplication {
    private final List<Figure> figures;

    Measuring(@All List<Figure> figures) {
        this.figures = figures;
    }

    @Override
    public int run(String... arguments) {
        Report report = new Report(Path.of(arguments[0]));
        List<String> names = List.of(arguments).subList(1, arguments.length);
        for (Figure figure : figures) {
            if (names.contains(figure.name())) figure.measure().forEach(report::add);
        }
        return 0;
    }
}
