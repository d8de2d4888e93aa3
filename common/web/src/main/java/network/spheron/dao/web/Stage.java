package network.spheron.dao.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One step of a path, as the stages component draws it. */
public record Stage(String label, State state) {
    /** How a step stands. */
    public enum State {
        DONE,
        CURRENT,
        FAILED,
        TODO;

        /** The style's name for it. */
        public String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The steps of a path that has reached the step at this index, counting from 0. */
    public static List<Stage> path(int current, List<String> labels) {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            State state = i < current ? State.DONE : i == current ? State.CURRENT : State.TODO;
            stages.add(new Stage(labels.get(i), state));
        }
        return stages;
    }

    /** The steps of a path that ended badly at this index; the steps after it are left out. */
    public static List<Stage> failedAt(int index, List<String> labels) {
        List<Stage> stages = new ArrayList<>(path(index, labels).subList(0, index));
        stages.add(new Stage(labels.get(index), State.FAILED));
        return stages;
    }
}
