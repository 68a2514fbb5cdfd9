package org.unknot.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.unknot.shared.BadInput;

/** Rate limits are off for load tests only: where others can reach the program it does not start without them. */
@Component
class LimitsSetting {

    LimitsSetting(@Value("${unknot.limits}") boolean on, @Value("${server.address:}") String address) {
        if (!on && !isLoopback(address)) {
            throw new BadInput(
                    "UNKNOT_LIMITS",
                    "on, because others than this machine can reach the program; only for a load test on this machine "
                            + "to off, with SERVER_ADDRESS=127.0.0.1 beside it",
                    "UNKNOT_LIMITS=on");
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
