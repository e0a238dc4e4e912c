using System.Globalization;
using System.Text;

namespace LoadHarness.Torture.Attacks.Victims;

/// <summary>The mean of all clients' numbers: what attackers send counts, so only its form is checked.</summary>
internal static class Mean
{
    /// <summary>The service.</summary>
    public static Victim Victim { get; } = new()
    {
        Workload = "mean",
        Request = "17 ready"u8.ToArray(),
        Large = "17 ready"u8.ToArray(),
        Endless = "17 "u8.ToArray(),
        Poisons =
        [
            Encoding.ASCII.GetBytes(new string('9', 10_000)),
            Encoding.ASCII.GetBytes("-" + new string('9', 4300) + " ready"),
            "ready"u8.ToArray(),
            "+-1 ready"u8.ToArray(),
            "1e999 ready"u8.ToArray(),
            Encoding.ASCII.GetBytes(new string(' ', 100_000)),
        ],
        KeepsConnection = false,
        Operation = static (socket, number) =>
        {
            socket.Send(InnocentSocket.Text(number));
            socket.Send(" ready");
            var answer = Encoding.ASCII.GetString(socket.ReadToEnd());
            // Huge numbers of others may make it infinite, but not anything else.
            if (!double.TryParse(answer.Replace("inf", "Infinity", StringComparison.Ordinal), NumberStyles.Float,
                CultureInfo.InvariantCulture, out _)) throw new InvalidDataException($"'{answer}' is no mean");
        },
    };
}
