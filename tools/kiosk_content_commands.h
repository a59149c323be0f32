// The commands of kiosk-content but check, audit and shots. Each function adds its subcommands and returns what runs
// them: the exit code, or nothing if none of them was asked for. Two people may share the work: one packs, the other,
// who has the key, looks at it and signs; what changes where reports go is signed by both.
#pragma once
#include "command_line/command_line.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace kiosk::tools {

using Command = std::function<std::optional<int>()>;

// make-key, sign-keys
Command key_commands(command_line::Command& app);
// pack. `check` is the check of a content folder and its exit code.
Command archive_commands(command_line::Command& app, std::function<int(std::filesystem::path const& folder)> check);
// sign, show, signatures
Command signed_commands(command_line::Command& app);
// reviewed, tried, sentences
Command words_commands(command_line::Command& app);

// offers
Command offer_commands(command_line::Command& app);

} // namespace kiosk::tools
