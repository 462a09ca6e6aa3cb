package org.shishi.matter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what was put last, no fewer than so many and no more than twice as many. For any number of threads. */
final class Recent<K, V> {
    private final int atLeast;
    private volatile Map<K, V> earlier = new ConcurrentHashMap<>();
    private volatile Map<K, V> latest = new ConcurrentHashMap<>();

    Recent(int atLeast) {
        this.atLeast = atLeast;
    }

    Optional<V> find(K key) {
        V value = latest.get(key); // before the earlier ones: what moves there meanwhile is found here
        return Optional.ofNullable(value == null ? earlier.get(key) : value);
    }

    synchronized void put(K key, V value) {
        latest.put(key, value);
        if (latest.size() >= atLeast) {
            earlier = latest;
            latest = new ConcurrentHashMap<>();
        }
    }

    synchronized void remove(K key) {
        latest.remove(key);
        earlier.remove(key);
    }

    synchronized void clear() {
        earlier = new ConcurrentHashMap<>();
        latest = new ConcurrentHashMap<>();
    }
}
