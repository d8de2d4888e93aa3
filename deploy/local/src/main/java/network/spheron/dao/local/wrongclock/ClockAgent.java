package network.spheron.dao.local.wrongclock;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;

/** The agent: runs before the program's main class, with the offset as its argument (ISO 8601, such as {@code PT72H}). */
public final class ClockAgent {
    private ClockAgent() {}

    /** Called by the virtual machine. */
    public static void premain(String offset, Instrumentation instrumentation) throws UnmodifiableClassException {
        ShiftedTime.by(Duration.parse(offset));
        instrumentation.addTransformer(new ClockCalls(), true);
        // These were loaded before; whatever is loaded from now on is rewritten on its way in.
        List<String> loaded = List.of(
                Clock.class.getName(),
                Clock.class.getName() + "$SystemClock",
                Date.class.getName(),
                Calendar.class.getName());
        Class<?>[] again = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(each -> loaded.contains(each.getName()))
                .toArray(Class<?>[]::new);
        instrumentation.retransformClasses(again);
    }
}
