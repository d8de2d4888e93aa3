package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka.
 *
 * @param key the aggregate's id, or empty when the record has no usable key
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Delivery(String topic, int partition, long offset, String key, Map<String, String> headers, byte[] payload) {
    private static final int MAX_KEY_LENGTH = 200;

    static Delivery of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        byte[] payload = record.value() == null ? new byte[0] : record.value();
        return new Delivery(record.topic(), record.partition(), record.offset(), key(record.key()), headers, payload);
    }

    /** A header's value, or nothing. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean hasUsableKey() {
        return !key.isEmpty();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static String key(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "";
        }
        try {
            String key = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return key.length() > MAX_KEY_LENGTH || key.indexOf('\0') >= 0 ? "" : key;
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
