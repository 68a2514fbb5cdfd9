package org.unknot.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Rate limits are off for load tests only: where others can reach the program it does not start without them. */
@Component
class LimitsSetting {

    LimitsSetting(@Value("${unknot.limits}") boolean on, @Value("${server.address:}") String address) {
        if (!on && !isLoopback(address)) {
            throw new SettingRefused(
                    "UNKNOT_LIMITS is off, and others than this machine can reach the program.",
                    "Leave UNKNOT_LIMITS out. For a load test on this machine, set SERVER_ADDRESS=127.0.0.1 beside it.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address.strip()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false; // the server itself will say that it cannot listen there
        }
    }
}
