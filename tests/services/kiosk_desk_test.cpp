// The desk of a kiosk: what its jobs throw is a sentence that staff read.
#include "files/files.h"
#include "services/kiosk_desk.h"
#include "support/cheap_hash.h"
#include "support/figures.h"
#include "support/kiosk.h"

#include <doctest/doctest.h>
#include <new>

using namespace kiosk;
using namespace kiosk::services;
using namespace kiosk::show;
using namespace test;

namespace {

[[noreturn]] void no_memory() { throw std::bad_alloc(); }
[[noreturn]] void broken_disk()
{
    throw std::filesystem::filesystem_error("cannot read", "/media/stick", std::make_error_code(std::errc::io_error));
}

struct ThrowingContent final : ContentDesk {
    screens::ContentView view() override { no_memory(); }
    visit::ContentAnswered find(std::vector<std::filesystem::path> const&) override { broken_disk(); }
    visit::ContentAnswered use() override { no_memory(); }
    visit::ContentAnswered drop() override { no_memory(); }
    visit::ContentAnswered go_back() override { broken_disk(); }
};

struct WorkingDesk {
    explicit WorkingDesk(Waiting how = Waiting::on_worker, std::string name = "lobby", lock::PublicKeys keys = {})
    {
        KioskDeskOptions options;
        options.figures.waiting = how;
        options.figures.kiosk = std::move(name);
        options.figures.exporting.folders = {folder / "stick"};
        options.figures.foreign_sticks = folder / "foreign";
        options.keys = std::move(keys);
        options.data = folder / "data";
        options.pin_hash = cheap_hash("246813");
        options.machine_start = "first";
        options.system = SystemRequests(folder / "nobody", Milliseconds(1));
        options.content = &content;
        options.health = [this](health::HealthFacts const&) { return health(); };
        desk.emplace(std::move(options), shipped_pack(), writer, clock, std::function<void()>());
        (void)next<OrderAnswer>(); // of its start
    }
    template <typename Wanted>
    Wanted next()
    {
        for (;;) {
            for (auto& answer : desk->answers()) waiting.push_back(std::move(answer));
            for (auto at = waiting.begin(); at != waiting.end(); ++at)
                if (auto* wanted = std::get_if<Wanted>(&*at)) {
                    auto found = std::move(*wanted);
                    waiting.erase(at);
                    return found;
                }
        }
    }
    visit::Action ask(visit::StaffRequest what, std::string_view pin = {})
    {
        StaffOrder order{what, ++ticket, Secret(pin), {}};
        desk->ask(std::move(order));
        auto const answer = next<OrderAnswer>();
        CHECK(answer.ticket == ticket);
        return answer.action;
    }

    TemporaryFolder folder;
    ManualClock clock{noon("2026-11-20")};
    services::Writer writer{writer_options(folder / "data"), clock};
    ThrowingContent content;
    std::function<MachineHealth()> health = [] { return MachineHealth(); };
    std::optional<KioskDesk> desk;
    Ticket ticket = 0;
    std::vector<StaffAnswer> waiting;
};

} // namespace

TEST_CASE("content that cannot be looked for, used or gone back from tells staff why, whatever was thrown")
{
    using visit::StaffRequest;
    for (auto const waiting : {Waiting::on_worker, Waiting::at_once}) {
        WorkingDesk desk(waiting);
        for (auto const& [what, words] : {std::pair{StaffRequest::find_content, "Input/output error"},
                                          std::pair{StaffRequest::use_content, "there is not enough memory"},
                                          std::pair{StaffRequest::drop_content, "there is not enough memory"},
                                          std::pair{StaffRequest::go_back, "Input/output error"}}) {
            auto const action = desk.ask(what);
            auto const* answer = action.as<visit::ContentAnswered>();
            REQUIRE(answer);
            CHECK(answer->stage == visit::ContentStage::failed);
            CHECK(answer->words.find(words) != std::string::npos);
        }
        // And the desk goes on.
        auto const checked = desk.ask(StaffRequest::check_pin, "246813");
        REQUIRE(checked.as<visit::PinChecked>());
        CHECK(checked.as<visit::PinChecked>()->verdict == visit::PinVerdict::right);
    }
}

TEST_CASE("a kiosk whose configuration cannot say its name takes the recovery stick of the name that was known last")
{
    auto const pair = updates::make_signing_pair();
    // What the figures know is "test".
    for (auto const& [name, stick, stage] : {std::tuple{"", "test", visit::RecoveryStage::none},
                                             std::tuple{"", "lobby", visit::RecoveryStage::other_kiosk},
                                             std::tuple{"lobby", "lobby", visit::RecoveryStage::none},
                                             std::tuple{"lobby", "test", visit::RecoveryStage::other_kiosk}}) {
        std::string const called = name;
        CAPTURE(called);
        std::string const on_stick = stick;
        CAPTURE(on_stick);
        WorkingDesk desk(Waiting::on_worker, name, {hexadecimal(pair.open)});
        REQUIRE(make_folder(desk.folder / "stick").ok());
        auto const letter = lock::make_recovery(stick, 4, pair.secret);
        REQUIRE(write_file_atomically(desk.folder / "stick" / lock::kRecoveryFile, letter).ok());
        auto const action = desk.ask(visit::StaffRequest::find_recovery);
        REQUIRE(action.as<visit::RecoveryLookedFor>());
        CHECK(action.as<visit::RecoveryLookedFor>()->found == stage);
    }
}

TEST_CASE("a stick of another format is told wherever one is looked for, and not that there is none")
{
    WorkingDesk desk(Waiting::on_worker, "lobby", {hexadecimal(updates::make_signing_pair().open)});
    auto const fault_of_export = [&] {
        return desk.ask(visit::StaffRequest::export_figures).as<visit::ExportEnded>()->words;
    };
    auto const recovery = [&] {
        return desk.ask(visit::StaffRequest::find_recovery).as<visit::RecoveryLookedFor>()->found;
    };
    CHECK(fault_of_export().empty());
    CHECK(recovery() == visit::RecoveryStage::no_stick);
    REQUIRE(make_folder(desk.folder / "foreign").ok());
    CHECK(fault_of_export().empty());
    REQUIRE(write_file_atomically(desk.folder / "foreign" / "sda1", "").ok());
    CHECK(fault_of_export() == "foreign");
    CHECK(recovery() == visit::RecoveryStage::foreign_stick);
    // One that is read stands before it.
    REQUIRE(make_folder(desk.folder / "stick").ok());
    CHECK(recovery() == visit::RecoveryStage::no_stick);
}

TEST_CASE("where no key can have signed a recovery stick, none is looked for, and no stick is mounted")
{
    WorkingDesk desk;
    REQUIRE(make_folder(desk.folder / "nobody").ok()); // where what is asked of the system is written
    auto const found = desk.ask(visit::StaffRequest::find_recovery).as<visit::RecoveryLookedFor>()->found;
    CHECK(found == visit::RecoveryStage::not_signed);
    CHECK(std::filesystem::is_empty(desk.folder / "nobody"));
}

TEST_CASE("a machine that cannot be looked at is a red row with the reason, and no end of the kiosk")
{
    WorkingDesk desk;
    desk.health = []() -> MachineHealth { broken_disk(); };
    desk.desk->ask({visit::StaffRequest::look, 0, {}, {}});
    for (;;) {
        auto const look = desk.next<LookAnswer>();
        if (look.view.health.empty()) continue; // of the figures
        REQUIRE(look.view.health.size() == 1);
        CHECK(look.view.health.front().light == screens::Light::red);
        // The content's view throws as well: what is said is that there is no memory.
        CHECK(look.view.health.front().otherwise.find("there is not enough memory") != std::string::npos);
        break;
    }
}
