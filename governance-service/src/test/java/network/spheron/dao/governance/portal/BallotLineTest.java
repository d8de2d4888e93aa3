package network.spheron.dao.governance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotLineTest {
    @ParameterizedTest
    @CsvSource({
        "125, 100, yes exceeds no by 25 %",
        "8, 7, yes exceeds no by 14.28 %",
        "80, 100, yes falls short of no by 20 %",
        "0, 5, yes falls short of no by 100 %",
        "5, 5, yes and no are equal",
        "5, 0, nobody voted no",
        "0, 0, nobody voted yes or no"
    })
    void leadIsSaidInWordsInBothDirections(BigInteger yes, BigInteger no, String words) {
        assertThat(BallotLine.lead(yes, no)).isEqualTo(words);
    }
}
