// The one way in which a program takes its command line. What CLI11 does not take, or help that is asked for, is said
// as everything is that is said (say.h), since CLI11 repeats what was typed as it was.
#pragma once
#include "base/nearest.h"
#include "system/say.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <optional>
#include <sstream>

namespace kiosk {

// 0 for help; else CLI11's own number of the fault.
inline int said(CLI::App const& cli, CLI::ParseError const& fault)
{
    if (fault.get_exit_code() != 0) {
        say(Channel::errors, "{}\nRun with --help for more information.\n", fault.what());
        return fault.get_exit_code();
    }
    std::ostringstream output, errors;
    int const code = cli.exit(fault, output, errors);
    say_text(Channel::output, output.str());
    say_text(Channel::errors, errors.str());
    return code;
}

// "" is no file, no folder and no name: a script has put there what it does not have. Of every command and option.
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

// The word that was typed where a command belongs, with what may have been meant; "" where there is no such fault.
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

// Nothing where all was taken; else what the program ends with: 0 for help, CLI11's own number of a fault.
inline std::optional<int> take_command_line(CLI::App& cli, int argc, char const* const* argv)
{
    refuse_empty_arguments(cli);
    try {
        cli.parse(argc, argv);
        return std::nullopt;
    } catch (CLI::ParseError const& fault) {
        auto const unknown = fault.get_exit_code() != 0 ? unknown_command(cli, argc, argv) : std::string();
        if (unknown.empty()) return said(cli, fault);
        say(Channel::errors, "{}\nRun with --help for more information.\n", unknown);
        return fault.get_exit_code();
    }
}

} // namespace kiosk
