// A command line that CLI11 does not take, or that asks for help: said as everything is that is said (say.h), since
// CLI11 repeats what was typed as it was.
#pragma once
#include "base/say.h"

#include <CLI/App.hpp>
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

// "" is no file, no folder and no name: an option that is not wanted is left out.
inline void refuse_empty_arguments(CLI::App& cli)
{
    for (auto* command : cli.get_subcommands({}))
        for (auto* option : command->get_options())
            if (option->get_items_expected_max() > 0)
                option->check(CLI::Validator(
                    [](std::string const& text) { return std::string(text.empty() ? "is empty" : ""); }, ""));
}

} // namespace kiosk
