package network.spheron.dao.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigInteger;

/** Writes amounts as decimal strings: numbers of 256 bits do not survive JSON readers that use floating point. */
@Singleton
public class JsonAmounts implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("amounts").addSerializer(BigInteger.class, ToStringSerializer.instance));
    }
}
