package org.unknot.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who sends a request, as limits count: an IPv4 address, or the IPv6 network of 64 bits that one household has. */
public final class Client {

    private static final int NETWORK_BYTES = 8;

    private Client() {}

    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    public static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress literal = InetAddress.getByName(address); // no look-up: with a colon it can only be a literal
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES))
                    : literal.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
