// The commands of kiosk-content but check, audit and shots. Each function adds its subcommands and returns what runs
// them: the exit code, or nothing if none of them was asked for. Two people may share the work: one packs, the other,
// who has the key, looks at it and signs; what changes where reports go is signed by both.
#pragma once
#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <optional>

namespace kiosk::tools {

using Command = std::function<std::optional<int>()>;

// make-key, sign-keys
Command key_commands(CLI::App& app);
// pack. `check` is the check of a content folder and its exit code.
Command archive_commands(CLI::App& app, std::function<int(std::filesystem::path const& folder)> check);
// sign, show, signatures
Command signed_commands(CLI::App& app);
// reviewed, tried, sentences
Command words_commands(CLI::App& app);

// offers
Command offer_commands(CLI::App& app);

} // namespace kiosk::tools
