// CommandLine: the commands and options of a program, parsed by CLI11, which is behind command_line.cpp: its templates
// cost every file that reads them half a minute. Faults and help are printed through print.h, since CLI11 repeats
// unescaped what was typed; an argument that is empty is refused, for it comes from an empty variable of a script.
// Owner: a program's main(). Commands and options belong to the CommandLine; values that options fill must outlive it.
#pragma once
#include "base/bounds.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace kiosk::command_line {

// A handle of one option, to say more of it.
class Option {
public:
    explicit Option(CLI::Option& option) : option_(&option) {}

    Option& required();
    // The help shows the value that it has now.
    Option& shows_default();
    // The help leaves it out.
    Option& hidden();
    // Many values in one argument, with this between them.
    Option& separated_by(char separator);
    Option& one_of(std::vector<std::string> const& values);
    // Digits alone, inside the bounds.
    Option& whole_number(Bounds<std::int64_t> bounds);
    // `fault` returns what is wrong with a value, or "".
    Option& checked(std::function<std::string(std::string const& value)> fault);

private:
    friend class Command;
    CLI::Option* option_;
};

// A handle of a command; a program without any has one, the CommandLine itself.
class Command {
public:
    explicit Command(CLI::App& app) : app_(&app) {}

    // `name` is "--name" for an option, or a bare word for what stands by itself. Lists take all that follows.
    Option option(std::string const& name, std::string& value, std::string const& help = "");
    Option option(std::string const& name, std::filesystem::path& value, std::string const& help = "");
    Option option(std::string const& name, int& value, std::string const& help = "");
    Option option(std::string const& name, std::int64_t& value, std::string const& help = "");
    Option option(std::string const& name, std::uint64_t& value, std::string const& help = "");
    Option option(std::string const& name, std::vector<std::string>& values, std::string const& help = "");
    Option option(std::string const& name, std::vector<std::filesystem::path>& values, std::string const& help = "");
    void flag(std::string const& name, bool& value, std::string const& help = "");
    void flag(std::string const& name, std::function<void()> when_given, std::string const& help);

    // One of these options must be given, and not two.
    void exactly_one(std::vector<Option> const& options);
    // `when_given` runs as soon as the line is parsed.
    Command command(std::string const& name, std::string const& help, std::function<void()> when_given = {});
    // Whether it was given, once the line is parsed.
    bool given() const;

private:
    CLI::App* app_;
};

class CommandLine {
public:
    CommandLine(std::string const& description, std::string const& program);
    ~CommandLine();
    CommandLine(CommandLine const&) = delete;
    CommandLine& operator=(CommandLine const&) = delete;

    // The program itself: its options, and its commands.
    Command& program() { return program_; }
    // A program of commands: one must be given.
    void require_command();
    // Nothing if all was understood; else the exit code: 0 for help, which was printed, and CLI11's own for a fault.
    std::optional<int> parse(int argc, char const* const* argv);

private:
    std::unique_ptr<CLI::App> app_;
    Command program_;
};

} // namespace kiosk::command_line
