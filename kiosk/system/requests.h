// Requests from the kiosk to the system, since the kiosk itself has no privileges, no network and no D-Bus. It writes a
// file into a folder that systemd watches; a small program of root's checks and executes it, and writes its reply into
// a file of the same name (tools/system/kiosk-request). On a machine where the kiosk is not installed there is no such
// folder. Nothing here blocks. Any thread.
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk {

enum class SystemRequest { power_off, clock, zone, brightness, sticks };

// Holds the folders "requests" and "answers".
constexpr char const* kSystemFolder = "/run/kiosk";

// open: sticks are mounted when they are plugged in. close: not at all.
enum class StickMounting { open, close };

// The text of each request's file. Of a zone it is its name, "Europe/Brussels".
std::string power_off_value();
std::string clock_value(WallTime time);
std::string brightness_value(int percent); // clamped to 5 to 100
std::string sticks_value(StickMounting sticks);

// Whether there is a folder for requests that can be written to.
bool accepts_requests(std::filesystem::path const& folder = kSystemFolder);

// Writes the request. The reply to an earlier one is removed when this one is picked up.
Result<> send_request(SystemRequest request, std::string const& value,
                      std::filesystem::path const& folder = kSystemFolder);

struct RequestReply {
    bool done = false;
    std::string words; // "" when simply done; else a remark, or why it was refused
};

// Nothing until the reply is there, usually within a second.
std::optional<RequestReply> read_reply(SystemRequest request, std::filesystem::path const& folder = kSystemFolder);

} // namespace kiosk
