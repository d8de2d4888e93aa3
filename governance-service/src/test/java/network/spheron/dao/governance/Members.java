package network.spheron.dao.governance;

import java.util.List;
import java.util.stream.IntStream;
import network.spheron.dao.testing.TestKeys;
import network.spheron.dao.testing.platform.TestDao;

/** The members of the tests. */
final class Members {
    private Members() {}

    /** Token holders, each with a million votes. */
    static List<Member> holders() {
        return IntStream.range(0, TestDao.holders().size())
                .mapToObj(i -> new Member("holder-" + i, TestDao.holders().get(i)))
                .toList();
    }

    static Member contractor(int number) {
        return new Member("contractor-" + number, TestDao.contractors().get(number));
    }

    /** Somebody without a single vote. */
    static Member stranger() {
        return new Member("stranger", TestKeys.key(90));
    }
}
