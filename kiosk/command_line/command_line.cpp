#include "command_line/command_line.h"
#include "base/nearest.h"
#include "system/print.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

namespace kiosk::command_line {

namespace {

// Prints the fault, or the help that was asked for. Returns the exit code: 0 for help, else CLI11's own.
int print_parse_error(CLI::App const& app, CLI::ParseError const& fault)
{
    if (fault.get_exit_code() != 0) {
        print(Channel::errors, "{}\nRun with --help for more information.\n", fault.what());
        return fault.get_exit_code();
    }
    std::ostringstream output, errors;
    int const code = app.exit(fault, output, errors);
    print_text(Channel::output, output.str());
    print_text(Channel::errors, errors.str());
    return code;
}

void refuse_empty_arguments(CLI::App& app)
{
    for (auto* option : app.get_options())
        if (option->get_items_expected_max() > 0)
            option->check(CLI::Validator(
                [](std::string const& text) {
                    return std::string(text.empty() ? "is empty (give a value, or leave it out)" : "");
                },
                ""));
    for (auto* command : app.get_subcommands({})) refuse_empty_arguments(*command);
}

// The word that was typed where a command belongs, with what may have been meant; "" where there is no such fault.
std::string unknown_command(CLI::App const& app, int argc, char const* const* argv)
{
    std::vector<std::string> known;
    for (auto const* command : app.get_subcommands([](CLI::App const*) { return true; }))
        known.push_back(command->get_name());
    std::string const typed = argc > 1 ? argv[1] : "";
    if (known.empty() || typed.empty() || typed.front() == '-') return {};
    if (std::find(known.begin(), known.end(), typed) != known.end()) return {};
    return "there is no command '" + typed + "' (" + suggest_word(typed, known) + ")";
}

} // namespace

Option& Option::required()
{
    option_->required();
    return *this;
}

Option& Option::shows_default()
{
    option_->capture_default_str();
    return *this;
}

Option& Option::hidden()
{
    option_->group("");
    return *this;
}

Option& Option::separated_by(char separator)
{
    option_->delimiter(separator);
    return *this;
}

Option& Option::one_of(std::vector<std::string> const& values)
{
    option_->check(CLI::IsMember(values));
    return *this;
}

Option& Option::whole_number(Bounds<std::int64_t> bounds)
{
    option_->transform(CLI::Validator(whole_number_option(bounds), ""));
    return *this;
}

Option& Option::checked(std::function<std::string(std::string const& value)> fault)
{
    option_->check(CLI::Validator([fault = std::move(fault)](std::string const& text) { return fault(text); }, ""));
    return *this;
}

Option Command::option(std::string const& name, std::string& value, std::string const& help)
{
    return Option(*app_->add_option(name, value, help));
}

Option Command::option(std::string const& name, std::filesystem::path& value, std::string const& help)
{
    return Option(*app_->add_option(name, value, help));
}

Option Command::option(std::string const& name, int& value, std::string const& help)
{
    return Option(*app_->add_option(name, value, help));
}

Option Command::option(std::string const& name, std::int64_t& value, std::string const& help)
{
    return Option(*app_->add_option(name, value, help));
}

Option Command::option(std::string const& name, std::uint64_t& value, std::string const& help)
{
    return Option(*app_->add_option(name, value, help));
}

Option Command::option(std::string const& name, std::vector<std::string>& values, std::string const& help)
{
    return Option(*app_->add_option(name, values, help));
}

Option Command::option(std::string const& name, std::vector<std::filesystem::path>& values, std::string const& help)
{
    return Option(*app_->add_option(name, values, help));
}

void Command::flag(std::string const& name, bool& value, std::string const& help) { app_->add_flag(name, value, help); }

void Command::flag(std::string const& name, std::function<void()> when_given, std::string const& help)
{
    app_->add_flag_callback(name, std::move(when_given), help);
}

void Command::exactly_one(std::vector<Option> const& options)
{
    auto* group = app_->add_option_group("how");
    for (auto const& option : options) group->add_option(option.option_);
    group->require_option(1);
}

Command Command::command(std::string const& name, std::string const& help, std::function<void()> when_given)
{
    auto* command = app_->add_subcommand(name, help);
    if (when_given) command->callback(std::move(when_given));
    return Command(*command);
}

bool Command::given() const { return app_->parsed(); }

CommandLine::CommandLine(std::string const& description, std::string const& program)
    : app_(std::make_unique<CLI::App>(description, program)),
      program_(*app_)
{
}

CommandLine::~CommandLine() = default;

void CommandLine::require_command() { app_->require_subcommand(1); }

std::optional<int> CommandLine::parse(int argc, char const* const* argv)
{
    refuse_empty_arguments(*app_);
    try {
        app_->parse(argc, argv);
        return std::nullopt;
    } catch (CLI::ParseError const& fault) {
        auto const unknown = fault.get_exit_code() != 0 ? unknown_command(*app_, argc, argv) : std::string();
        if (unknown.empty()) return print_parse_error(*app_, fault);
        print(Channel::errors, "{}\nRun with --help for more information.\n", unknown);
        return fault.get_exit_code();
    }
}

} // namespace kiosk::command_line
