// Parses a program's command line with CLI11, and prints its faults and its help through print.h, since CLI11 repeats
// unescaped what was typed.
#pragma once
#include "base/nearest.h"
#include "system/print.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <optional>
#include <sstream>

namespace kiosk {

// Prints the fault, or the help that was asked for. Returns the exit code: 0 for help, else CLI11's own.
inline int print_parse_error(CLI::App const& cli, CLI::ParseError const& fault)
{
    if (fault.get_exit_code() != 0) {
        print(Channel::errors, "{}\nRun with --help for more information.\n", fault.what());
        return fault.get_exit_code();
    }
    std::ostringstream output, errors;
    int const code = cli.exit(fault, output, errors);
    print_text(Channel::output, output.str());
    print_text(Channel::errors, errors.str());
    return code;
}

// Refuses "" for every option of every command: it comes from an empty variable of a script.
inline void refuse_empty_arguments(CLI::App& cli)
{
    for (auto* option : cli.get_options())
        if (option->get_items_expected_max() > 0)
            option->check(CLI::Validator(
                [](std::string const& text) {
                    return std::string(text.empty() ? "is empty (give a value, or leave it out)" : "");
                },
                ""));
    for (auto* command : cli.get_subcommands({})) refuse_empty_arguments(*command);
}

// The message for an unknown command, with the nearest known one; "" where the command is known.
inline std::string unknown_command(CLI::App const& cli, int argc, char const* const* argv)
{
    std::vector<std::string> known;
    for (auto const* command : cli.get_subcommands([](CLI::App const*) { return true; }))
        known.push_back(command->get_name());
    std::string const typed = argc > 1 ? argv[1] : "";
    if (known.empty() || typed.empty() || typed.front() == '-') return {};
    if (std::find(known.begin(), known.end(), typed) != known.end()) return {};
    return "there is no command '" + typed + "' (" + suggest_word(typed, known) + ")";
}

// Nothing on success; else the exit code: 0 for help, CLI11's own for a fault.
inline std::optional<int> parse_command_line(CLI::App& cli, int argc, char const* const* argv)
{
    refuse_empty_arguments(cli);
    try {
        cli.parse(argc, argv);
        return std::nullopt;
    } catch (CLI::ParseError const& fault) {
        auto const unknown = fault.get_exit_code() != 0 ? unknown_command(cli, argc, argv) : std::string();
        if (unknown.empty()) return print_parse_error(cli, fault);
        print(Channel::errors, "{}\nRun with --help for more information.\n", unknown);
        return fault.get_exit_code();
    }
}

} // namespace kiosk
