package network.spheron.dao.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Amounts and ids as decimal strings: numbers of 256 bits do not survive JSON readers that use floating point. */
public final class DecimalAmounts extends SimpleModule {
    private static final int MAX_BITS = 256;
    // 78 digits hold every number of 256 bits; longer input is not even parsed.
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,77}");

    public DecimalAmounts() {
        super("decimal-amounts");
        addSerializer(BigInteger.class, ToStringSerializer.instance);
        addDeserializer(BigInteger.class, new FromDecimal());
    }

    private static final class FromDecimal extends StdScalarDeserializer<BigInteger> {
        FromDecimal() {
            super(BigInteger.class);
        }

        @Override
        public BigInteger deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (BigInteger) context.handleUnexpectedToken(BigInteger.class, parser);
            }
            String text = parser.getText();
            if (DECIMAL.matcher(text).matches()) {
                BigInteger value = new BigInteger(text);
                if (value.bitLength() <= MAX_BITS) {
                    return value;
                }
            }
            return (BigInteger) context.handleWeirdStringValue(
                    BigInteger.class, text, "not a decimal integer of at most 256 bits without sign");
        }
    }
}
