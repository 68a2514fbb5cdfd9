package org.unknot.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** What nobody of good will sends. Each text that could be shown carries the mark, so that an answer that repeats it is seen. */
final class Hostile {

    /** Begins a tag where it is not escaped, and a header where a line end gets through. */
    static final String MARK = "<zq7'\"";

    static final String HEADER = "X-Zq7: 1";

    private static final List<String> IDS = List.of(
            "0190a8c0-0000-7000-8000-000000000000",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "-1",
            "9".repeat(30),
            "a".repeat(3000),
            "..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "%252e%252e%252fetc%252fpasswd",
            "..%5c..%5cwindows",
            "%c0%ae%c0%ae/",
            "%00",
            "x%00.svg",
            "%0d%0a" + encoded(HEADER),
            "%",
            "%zz",
            "%ff%fe",
            "%ed%a0%80",
            "%F0%9F%A6%B4",
            "%E2%80%AE",
            ";jsessionid=1",
            "a;b=c",
            encoded(MARK),
            "${jndi:ldap:%2f%2fx}",
            "%24%7b7*7%7d",
            "'%20or%20'1'='1",
            "%7b%7b7*7%7d%7d",
            "index.html",
            "",
            ".",
            "..",
            "~",
            "*",
            "CON");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "1e9999",
            "9".repeat(40),
            "NaN",
            "true",
            "null",
            "no",
            "yes",
            "unsure",
            "slim",
            "6",
            MARK,
            "\u0000",
            "\u0000" + MARK,
            "\r\n" + HEADER,
            "\u202e",
            "\ud83e\uddb4",
            "a".repeat(10_000),
            "../../etc/passwd",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "' or 1=1 --",
            "${7*7}",
            "{{7*7}}",
            "#{7*7}",
            "[]",
            "{}",
            "0190a8c0-0000-7000-8000-000000000000",
            "2026-02-30",
            "2026-11-22T08:00:00Z",
            "999999999-12-31T00:00:00Z");

    private static final List<String> HEADERS = List.of(
            "Host: evil.example",
            "Host: " + MARK,
            "Host: a\r\nHost: b",
            "Cookie: unknot_guest=" + MARK + "; unknot_session=" + MARK + "; build=" + MARK,
            "Cookie: unknot_session=AAAA; unknot_guest=AAAA.AAAA",
            "Cookie: =; ;;; =\"",
            "Cookie: unknot_session=" + "A".repeat(4000),
            "Accept: " + MARK,
            "Accept: */*;q=zz",
            "Accept: text/html, text/html;q=9, a/b/c",
            "Accept: " + "a/b,".repeat(1500) + "*/*",
            "Accept-Language: " + "x-".repeat(500),
            "Accept-Encoding: zq, gzip;q=-1",
            "Accept-Charset: zq",
            "Range: bytes=9-1,-,0-99999999999999999999",
            "Range: bytes=" + "0-1,".repeat(2000),
            "If-None-Match: " + MARK,
            "If-Modified-Since: yesterday",
            "If-Range: " + MARK,
            "X-Forwarded-For: " + MARK,
            "X-Forwarded-Proto: " + MARK,
            "X-Forwarded-Host: evil.example" + "\r\nX-Forwarded-Port: 99999",
            "X-Forwarded-Port: -1",
            "X-Forwarded-Prefix: /" + MARK,
            "Forwarded: for=\"_" + MARK + "\";host=evil.example",
            "Origin: null",
            "Origin: http://[",
            "Origin: https://" + MARK,
            "Sec-Fetch-Site: " + MARK,
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5\r\nContent-Length: 6",
            "Transfer-Encoding: chunked\r\nContent-Length: 4",
            "Transfer-Encoding: zq",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: " + MARK,
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
            "Upgrade: websocket\r\nConnection: Upgrade",
            "Authorization: Basic " + "A".repeat(200),
            "Authorization: Bearer " + MARK,
            "X-HTTP-Method-Override: DELETE",
            "X-Original-URL: /time-machine",
            "Bad Header: x",
            ": x",
            "X-Nul: \u0000",
            "X-Long: " + "a".repeat(20_000),
            " folded: x",
            "X-Many: 1\r\n".repeat(200) + "X-Many: 1");

    private static final List<String> JSON = List.of(
            "",
            "null",
            "true",
            "[]",
            "{}",
            "\"" + "a".repeat(20_000) + "\"",
            "[".repeat(5000),
            "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
            "{\"a\":1,\"a\":2}",
            "{\"pain\":1e999999999}",
            "{\"pain\":" + "9".repeat(2000) + "}",
            "{\"pain\":-0.0000000000000001,\"age\":\"" + MARK.replace("\"", "\\\"") + "\"}",
            "{\"pain\":[],\"age\":{},\"answers\":[],\"durationDays\":\"\"}",
            "{\"answers\":{\"" + MARK.replace("\"", "\\\"") + "\":\"yes\",\"saddle-numb\":7,\"\":null}}",
            "{\"answers\":{\"saddle-numb\":\"\\u0000\"}}",
            "{\"answers\":{\"\\ud800\":\"\\udfff\"},\"note\":\"\\ud800\"}",
            "{\"script\":\"\\u0000\",\"revision\":\"\\ud800\",\"startedAt\":\"+999999999-12-31T23:59:59Z\",\"events\":[null,1,{}]}",
            "{\"script\":\"0190a8c0-0000-7000-8000-000000000000\",\"revision\":\"ease\",\"startedAt\":\"2026-11-22T08:00:00Z\","
                    + "\"finishedAt\":\"2026-11-22T08:02:00Z\",\"clock\":{\"sentAt\":\"x\"},\"events\":[{\"n\":-1,\"atMs\":1e99,"
                    + "\"type\":\"" + MARK.replace("\"", "\\\"")
                    + "\"}],\"before\":{\"pain\":99},\"after\":{\"change\":7}}",
            "{\"way\":\"" + MARK.replace("\"", "\\\"") + "\",\"minutes\":2147483648,\"answers\":{\"x\":[]}}",
            "{\"way\":null,\"minutes\":null,\"events\":null,\"answers\":null,\"clock\":null}",
            "{\"minutes\":5,\"kind\":{\"a\":[1,2,{\"b\":null}]},\"startedAt\":12345678901234567890}",
            "{'single':1}",
            "{\"a\":NaN}",
            "/* c */{}",
            "\ufeff{}",
            "{\"__proto__\":{\"x\":1},\"@type\":\"java.lang.Runtime\",\"class\":\"x\"}",
            MARK);

    static final List<String> METHODS = List.of(
            "HEAD",
            "OPTIONS",
            "TRACE",
            "TRACK",
            "CONNECT",
            "PROPFIND",
            "PATCH",
            "DELETE",
            "PUT",
            "get",
            "GE\tT",
            "A".repeat(500),
            "<zq7>",
            "");

    static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-16",
            "application/json;charset=zq",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded;charset=zq",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "text/xml",
            "application/cbor",
            "text/plain",
            "zq",
            "/",
            MARK);

    private final RandomGenerator random;

    private final List<String> known;

    /** @param known ids of what is there: of other people's */
    Hostile(RandomGenerator random, List<String> known) {
        this.random = random;
        this.known = List.copyOf(known);
    }

    /** Half of them are those that are there, where there are any. */
    String id() {
        return one(!known.isEmpty() && random.nextBoolean() ? known : IDS);
    }

    String value() {
        return one(!known.isEmpty() && random.nextInt(3) == 0 ? known : VALUES);
    }

    String header() {
        return one(HEADERS);
    }

    String json() {
        String json = one(JSON);
        return known.isEmpty() ? json : json.replace("0190a8c0-0000-7000-8000-000000000000", one(known));
    }

    /** Pairs of these names, of names that nobody knows, and of halves of an encoding. */
    String form(List<String> names) {
        StringBuilder form = new StringBuilder();
        int pairs = random.nextInt(6);
        for (int i = 0; i < pairs; i++) {
            String name = random.nextInt(5) == 0 ? value() : one(names);
            form.append(form.isEmpty() ? "" : "&")
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value()));
        }
        return switch (random.nextInt(12)) {
            case 0 -> form + "&%zz=%";
            case 1 -> form + "&a[b][c]=1&a.b.c=1&class.module=1";
            case 2 -> "&x=1".repeat(3000);
            default -> form.toString();
        };
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
