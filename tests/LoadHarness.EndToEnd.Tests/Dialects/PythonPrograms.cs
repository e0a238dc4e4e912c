namespace LoadHarness.EndToEnd.Tests.Dialects;

/// <summary>
/// Small Python programs that speak the dialects, written from the description of the protocols: their first argument
/// is the dialect.
/// </summary>
internal static class PythonPrograms
{
    private const string Wire = """"
        import json, re, socket, sys, threading
        NAME = sys.argv[1]
        LINES = NAME.startswith("newline")

        def read_number(stream):
            if NAME == "decimal-comma":
                digits = b""
                while True:
                    byte = stream.read(1)
                    if byte in (b"", b","):
                        return int(digits) if byte else None
                    digits += byte
            if NAME in ("decimal-10", "decimal-16"):
                head = stream.read(int(NAME[-2:]))
                return int(head.decode()) if head else None
            head = stream.read(8)
            return int.from_bytes(head, "little" if NAME == "le64" else "big") if head else None

        def receive(stream):
            if LINES:
                body = stream.readline()
            else:
                length = read_number(stream)
                body = stream.read(length) if length is not None else b""
            return json.loads(body.decode("ascii")) if body else None

        def send(stream, message):
            body = json.dumps(message).encode()
            if LINES:
                body += b"\n"
            elif NAME == "decimal-comma":
                body = (str(len(body)) + ",").encode() + body
            elif NAME == "decimal-10":
                body = f"{len(body):010}".encode() + body
            elif NAME == "decimal-16":
                body = f"{len(body):>16}".encode() + body
            else:
                body = len(body).to_bytes(8, "little" if NAME == "le64" else "big") + body
            stream.write(body)
            stream.flush()


        """";

    /// <summary>A client; the second argument is the port. Ends with 0 when every reply is right.</summary>
    internal const string Client = Wire + """"
        stream = socket.create_connection(("127.0.0.1", int(sys.argv[2])), timeout=60).makefile("rwb")
        zebra = {"weight": 100, "name": "fr\u00e9d"}

        def insert(key, value):
            if NAME == "newline-arguments":
                return {"method": "insert", "arguments": [key, value]}
            if NAME == "be64-text":
                value = json.dumps(value)
            request = {"method": "insert", "key": key, "value": value}
            if NAME == "decimal-16":
                request["status"] = 200
            return request

        def by_key(method, key):
            if NAME == "newline-arguments":
                return {"method": method, "arguments": [key]}
            request = {"method": method, "key": key}
            if NAME == "decimal-16":
                request["status"] = 200
            if NAME == "decimal-10":
                request["value"] = None
            return request

        def scan(pattern):
            if NAME == "newline-arguments":
                return {"method": "scan", "arguments": [pattern]}
            return {"method": "scan", "regex": pattern}

        INSERTED = {
            "newline": {"status": "OK", "result": None},
            "decimal-comma": {"status": "Success", "result": "Inserted zebra"},
            "le64": {"result": "success", "method": "Insert"},
            "be64-text": {"status": "success"},
            "be64-codes": {"status": "200"},
            "decimal-16": {"header": {"status": 200, "message": "Success"},
                           "data": {"requestData": {"request": "insert"}, "result": {"value": True}}},
            "decimal-10": {"ok": True},
            "newline-arguments": {"status": "success", "result": None}}

        def value_of(reply):
            if NAME == "be64-text":
                return json.loads(reply["result"])
            if NAME in ("decimal-16", "decimal-10"):
                return reply["data"]["result"]["value"] if NAME == "decimal-16" else reply["data"]["value"]
            return reply["value"] if NAME in ("le64", "be64-codes") else reply["result"]

        def pairs_of(reply):
            pairs = reply["pairs"] if NAME == "le64" else value_of(reply)
            texts = NAME in ("be64-text", "be64-codes")
            return [(key, json.loads(value) if texts else value) for key, value in pairs]

        def is_missing(reply):
            return {
                "newline": lambda: reply["status"] == "exception" and reply["type"] == "KeyError",
                "decimal-comma": lambda: reply["error"] == "KeyError",
                "le64": lambda: reply["result"] == "failure",
                "be64-text": lambda: reply["status"] == "failure" and "err_msg" in reply,
                "be64-codes": lambda: reply["status"] == "311",
                "decimal-16": lambda: reply["header"]["status"] == 400
                    and reply["data"]["result"]["error"] == "no key in hashtable",
                "decimal-10": lambda: not reply["ok"] and reply["error"] == "Not Found",
                "newline-arguments": lambda: reply["status"] == "builtins.KeyError"}[NAME]()

        def ask(request):
            send(stream, request)
            return receive(stream)

        assert ask(insert("zebra", zebra)) == INSERTED[NAME]
        ask(insert("k\u00e4fer", [1, 2.5, None, True]))
        assert value_of(ask(by_key("lookup", "zebra"))) == zebra
        assert value_of(ask(by_key("lookup", "k\u00e4fer"))) == [1, 2.5, None, True]
        assert pairs_of(ask(scan("^z.*a$"))) == [("zebra", zebra)]
        assert pairs_of(ask(scan(".*"))) == [("zebra", zebra), ("k\u00e4fer", [1, 2.5, None, True])]
        ask(by_key("remove", "zebra"))
        assert is_missing(ask(by_key("lookup", "zebra")))
        for number in range(300):
            ask(insert("n%d" % number, number))
        assert value_of(ask(by_key("lookup", "n299"))) == 299
        print("all right")
        """";

    /// <summary>A server; prints its port.</summary>
    internal const string Server = Wire + """"
        table, lock = {}, threading.Lock()

        def execute(method, key, value=None):
            with lock:
                if method == "insert":
                    existed = key in table
                    table[key] = value
                    return existed
                if method == "lookup":
                    return table[key]
                if method == "remove":
                    return table.pop(key, None) if NAME == "decimal-16" else table.pop(key)
                if method == "scan":
                    return [[k, v] for k, v in table.items() if re.search(key, k)]
                raise ValueError(method)

        def reply_of(request):
            method = request["method"]
            if NAME == "newline-arguments":
                arguments = request["arguments"]
            else:
                arguments = [request["regex"]] if method == "scan" else [request["key"]]
                if method == "insert":
                    arguments.append(request["value"])
            if NAME == "be64-text" and method == "insert":
                arguments[1] = json.loads(arguments[1])
            try:
                return success(method, arguments[0], execute(method, *arguments))
            except KeyError:
                return missing(method)

        def success(method, key, result):
            if method == "insert":
                existed, result = result, None
            if NAME == "newline":
                return {"status": "OK", "result": result}
            if NAME == "newline-arguments":
                return {"status": "success", "result": result}
            if NAME == "decimal-comma":
                return {"status": "Success", "result": "Inserted " + key if method == "insert" else result}
            if NAME == "le64":
                reply = {"result": "success", "method": method.capitalize()}
                if method != "insert":
                    reply["pairs" if method == "scan" else "value"] = result
                return reply
            if NAME == "be64-text":
                if method == "scan":
                    result = [[k, json.dumps(v)] for k, v in result]
                return {"status": "success", "result": json.dumps(result)}
            if NAME == "be64-codes":
                if method == "insert":
                    return {"status": "201" if existed else "200"}
                if method == "scan":
                    return {"status": "500", "value": [[k, json.dumps(v)] for k, v in result]}
                return {"status": "300" if method == "lookup" else "400", "value": result}
            if NAME == "decimal-16":
                if method in ("insert", "remove"):
                    result = True
                return {"header": {"status": 200, "message": "Success"},
                        "data": {"requestData": {"request": method}, "result": {"value": result}}}
            return {"ok": True} if method in ("insert", "remove") else {"ok": True, "data": {"value": result}}

        def missing(method):
            return {
                "newline": {"status": "exception", "type": "KeyError"},
                "newline-arguments": {"status": "builtins.KeyError", "description": "no such key"},
                "decimal-comma": {"status": "Invalid Request", "error": "KeyError"},
                "le64": {"result": "failure"},
                "be64-text": {"status": "failure", "err_msg": "no such key", "exception": "KeyError"},
                "be64-codes": {"status": "311" if method == "lookup" else "411"},
                "decimal-16": {"header": {"status": 400, "message": "BadRequest"},
                               "data": {"result": {"error": "no key in hashtable"}}},
                "decimal-10": {"ok": False, "error": "Not Found", "message": "no such key"}}[NAME]

        def serve(connection):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with connection, connection.makefile("rwb") as stream:
                try:
                    while (request := receive(stream)) is not None:
                        send(stream, reply_of(request))
                except (ConnectionError, ValueError):
                    pass

        listener = socket.create_server(("127.0.0.1", 0))
        print(listener.getsockname()[1], flush=True)
        while True:
            threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
        """";
}
