package network.spheron.dao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenAmountTest {
    private static final BigInteger MOST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1250.5|1250500000", "1,250.50|1250500000", "0.000001|1", "7|7000000", "1_000|1000000000"})
    void wholeUnitsBecomeSmallestUnits(String text, BigInteger smallest) {
        assertThat(TokenAmount.parse("price", text, 6)).isEqualTo(smallest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|must be more than zero",
                "0.00|must be more than zero",
                "-3|must be more than zero",
                "1.0000001|has more than 6 decimal places",
                "abc|must be a number, such as 1250.50",
                "1e5|must be a number, such as 1250.50",
                "1250,50|must be a number, such as 1250.50",
                "1,25|must be a number, such as 1250.50",
                "1,,000|must be a number, such as 1250.50",
                ".5|must be a number, such as 1250.50",
                "''|must be a number, such as 1250.50"
            })
    void whatIsNoAmountIsRefusedWithAReason(String text, String reason) {
        assertThatThrownBy(() -> TokenAmount.parse("price", text, 6))
                .isInstanceOfSatisfying(InvalidField.class, refused -> {
                    assertThat(refused.field()).isEqualTo("price");
                    assertThat(refused.errorText()).isEqualTo(reason);
                });
    }

    @Test
    void theLargestWordIsTheLargestAmount() {
        assertThat(TokenAmount.parseSmallest("cap", MOST.toString())).isEqualTo(MOST);
        assertThatThrownBy(() -> TokenAmount.parseSmallest(
                        "cap", MOST.add(BigInteger.ONE).toString()))
                .hasMessageContaining("larger than a token amount can be");
    }

    @ParameterizedTest
    @CsvSource({"0,must be more than zero", "-1,must be more than zero", "1.5,must be a whole number"})
    void smallestUnitsAreWholeAndPositive(String text, String reason) {
        assertThatThrownBy(() -> TokenAmount.parseSmallest("cap", text)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250500000|1,250.50",
                "1|0.000001",
                "7000000|7",
                "1234567000000|1,234,567",
                "0|0",
                "-2500000|−2.50",
                "100000000|100"
            })
    void amountsReadWell(BigInteger smallest, String text) {
        assertThat(TokenAmount.format(smallest, 6)).isEqualTo(text);
    }

    @Test
    void plainTextIsReadBack() {
        BigInteger amount = new BigInteger("1234567890123");

        assertThat(TokenAmount.parse("price", TokenAmount.plain(amount, 6), 6)).isEqualTo(amount);
    }
}
