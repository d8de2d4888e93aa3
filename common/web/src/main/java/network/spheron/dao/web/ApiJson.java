package network.spheron.dao.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import network.spheron.dao.events.DecimalAmounts;

/** The API writes and reads amounts and ids as the events do: as decimal strings. */
@Singleton
class ApiJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new DecimalAmounts());
    }
}
