// What a terminal and the journal get is plain, whatever stood in a file or was typed; and there is no other way to
// either.
#include "command_line/command_line.h"
#include "files/files.h"
#include "system/print.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <unistd.h>

using namespace kiosk;

namespace {

// Writes into the clipboard of whoever looks at it (OSC 52).
constexpr char const* kClipboard = "\x1b]52;c;cm0gLXJmIH4=\x07";
constexpr char const* kClipboardShown = "\\u{1b}]52;c;cm0gLXJmIH4=\\u{7}";

// What `say_it` puts on standard output and where errors go.
template <typename SayIt>
std::string heard(SayIt say_it)
{
    int pipe[2] = {-1, -1};
    REQUIRE(::pipe(pipe) == 0);
    std::fflush(stdout);
    int const before = ::dup(STDOUT_FILENO), errors_before = ::dup(STDERR_FILENO);
    ::dup2(pipe[1], STDOUT_FILENO);
    ::dup2(pipe[1], STDERR_FILENO);
    say_it();
    std::fflush(stdout);
    ::dup2(before, STDOUT_FILENO);
    ::dup2(errors_before, STDERR_FILENO);
    ::close(before);
    ::close(errors_before);
    ::close(pipe[1]);
    std::string text(1 << 12, '\0');
    auto const count = ::read(pipe[0], text.data(), text.size());
    ::close(pipe[0]);
    text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return text;
}

// The sources of every program, but for the tests.
std::vector<std::filesystem::path> all_sources()
{
    std::vector<std::filesystem::path> files;
    for (auto const* folder : {"kiosk", "tools"})
        for (auto const& entry :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(KIOSK_SOURCES) / folder))
            if (auto const kind = entry.path().extension(); kind == ".cpp" || kind == ".h")
                files.push_back(entry.path());
    return files;
}

} // namespace

TEST_CASE("names that are said steer no terminal and forge no line")
{
    std::string const name = std::string("a") + kClipboard + "\nerror: b";
    auto const shown_name = std::string("a") + kClipboardShown + "\\u{a}error: b";
    CHECK(heard([&] { print(Channel::output, "{}: {}\n", name, 3); }) == shown_name + ": 3\n");
    CHECK(heard([&] { print(Channel::output, "{}\n", std::filesystem::path(name)); }) == shown_name + "\n");
    CHECK(heard([&] { print(Channel::output, "{}\n", name.c_str()); }) == shown_name + "\n");
    CHECK(heard([&] { print_text(Channel::output, "one" + std::string(kClipboard) + "\ntwo\n"); }) ==
          "one" + std::string(kClipboardShown) + "\ntwo\n");
    CHECK(heard([&] { print(Channel::output, "{:<6}|{:>3}|\n", "ab", 7); }) == "ab    |  7|\n");
}

TEST_CASE("what was typed wrongly is repeated plainly")
{
    command_line::CommandLine cli("A program.", "program");
    auto const typed = std::string("--") + kClipboard;
    char const* const arguments[] = {"program", typed.c_str()};
    auto const text = heard([&] { CHECK(cli.parse(2, arguments).value_or(0) != 0); });
    CHECK(text.find(kClipboardShown) != std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("an empty argument is refused, of the program itself and of every command below it")
{
    for (bool const below : {false, true}) {
        CAPTURE(below);
        command_line::CommandLine cli("A program.", "program");
        auto command = below ? cli.program().command("outer", "").command("inner", "") : cli.program();
        std::string file, name;
        std::vector<std::string> many;
        bool flag = false;
        command.option("FILE", file);
        command.option("--name", name);
        command.option("--many", many).separated_by(',');
        command.flag("--flag", flag);
        auto const heard_of = [&](std::vector<char const*> arguments) {
            if (below) arguments.insert(arguments.begin(), {"outer", "inner"});
            arguments.insert(arguments.begin(), "program");
            return heard([&] {
                auto const code = cli.parse(static_cast<int>(arguments.size()), arguments.data());
                if (code) CHECK(*code != 0);
            });
        };
        CHECK(heard_of({"file", "--name", "x", "--many", "a,b", "--flag"}) == "");
        CHECK(heard_of({""}).find("FILE: is empty (give a value, or leave it out)") == 0);
        CHECK(heard_of({"file", "--name", ""}).find("--name: is empty") == 0);
        CHECK(heard_of({"file", "--many", "a", ""}).find("--many: is empty") == 0);
        CHECK(heard_of({"file", "--many", ""}).find("--many: is empty") == 0);
    }
}

TEST_CASE("a command that there is not is named, with the one that was meant")
{
    auto const heard_of = [](std::vector<char const*> arguments) {
        command_line::CommandLine cli("A program.", "program");
        cli.require_command();
        cli.program().command("check", "");
        cli.program().command("pack", "");
        arguments.insert(arguments.begin(), "program");
        return heard([&] { CHECK(cli.parse(static_cast<int>(arguments.size()), arguments.data()).value_or(0) != 0); });
    };
    CHECK(heard_of({"chek", "content"}).find("there is no command 'chek' (did you mean 'check'?)\n") == 0);
    CHECK(heard_of({"sing"}).find("there is no command 'sing' (known are: check, pack)\n") == 0);
    CHECK(heard_of({}).find("A subcommand is required") == 0);
    CHECK(heard_of({"check", "--nothing"}).find("there is no command") == std::string::npos);
}

TEST_CASE("nothing is printed past the one way to a terminal")
{
    // kiosk-picture writes a picture to its reader; kiosk-console says words of its own. The monkey writes a file.
    constexpr char const* kMay[] = {"system/print.cpp", "command_line/command_line.cpp", "picture/main.cpp",
                                    "system/kiosk_console.cpp", "kiosk_monkey.cpp"};
    constexpr char const* kPast[] = {"fmt::print", "std::print", "printf(",  "std::cout",   "std::cerr",
                                     "std::clog",  "puts(",      "putchar(", "std::perror", "<CLI/"};
    int looked_at = 0;
    for (auto const& file : all_sources()) {
        ++looked_at;
        auto const name = file.generic_string();
        if (std::any_of(std::begin(kMay), std::end(kMay), [&](auto const* may) { return name.ends_with(may); }))
            continue;
        auto text = read_file(file).value();
        // Into memory, and a name that ends as one of them.
        for (std::string const other : {"snprintf(", "sqlite3_mprintf(", "check_outputs("})
            for (std::size_t at = 0; (at = text.find(other, at)) != std::string::npos;) text.erase(at, other.size());
        CAPTURE(name);
        for (auto const* past : kPast) {
            CAPTURE(past);
            CHECK(text.find(past) == std::string::npos);
        }
    }
    CHECK(looked_at > 300);
}
