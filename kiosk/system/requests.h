// Requests: what the kiosk asks of the system, since it has no rights, no network and no D-Bus itself. It writes a file
// into a folder that the system watches; a small program of root's checks it, does it, and answers in a file of the
// same name (tools/system/kiosk-request). On a machine where nothing was installed there is no such folder, and nothing
// can be asked. Nothing here waits. Owner: whoever asks; any thread.
#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace kiosk {

enum class Request { power_off, clock, zone, brightness, sticks };

// Where the installed system watches: "requests" and "answers" are below it.
constexpr char const* kSystemFolder = "/run/kiosk";

// Sticks are mounted when they are plugged in, or not at all.
enum class Sticks { open, close };

// What each is asked with; a zone by its name, "Europe/Brussels".
std::string power_off_value();
std::string clock_value(WallTime time);
std::string brightness_value(int percent); // 5 to 100; what is outside is brought inside
std::string sticks_value(Sticks sticks);

// Whether the system answers here at all.
bool can_ask(std::filesystem::path const& folder = kSystemFolder);

// Asks; the answer to what was asked before is gone when this one is taken up.
Result<> ask(Request request, std::string const& value, std::filesystem::path const& folder = kSystemFolder);

struct Answer {
    bool done = false;
    std::string words; // "" when simply done; else what there is to know, or why it was refused
};

// Nothing until it has come, usually within a second.
std::optional<Answer> answer(Request request, std::filesystem::path const& folder = kSystemFolder);

} // namespace kiosk
