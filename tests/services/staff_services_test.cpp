// StaffServices: exceptions of its jobs become texts that staff read.
#include "files/files.h"
#include "services/staff_services.h"
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

struct ThrowingContent final : ContentService {
    staff::ContentView view() override { no_memory(); }
    staff::ContentReplied find(std::vector<std::filesystem::path> const&) override { broken_disk(); }
    staff::ContentReplied use() override { no_memory(); }
    staff::ContentReplied drop() override { no_memory(); }
    staff::ContentReplied go_back() override { broken_disk(); }
};

struct WorkingService {
    explicit WorkingService(Execution how = Execution::on_worker, std::string name = "lobby",
                            lock::PublicKeys keys = {})
    {
        StaffServicesOptions options;
        options.figures.waiting = how;
        options.figures.kiosk = std::move(name);
        options.figures.exporting.folders = {folder / "stick"};
        options.figures.foreign_sticks = folder / "foreign";
        options.keys = std::move(keys);
        options.data = folder / "data";
        options.pin_hash = cheap_hash("246813");
        options.boot_id = "first";
        options.system = SystemRequests(folder / "nobody", Milliseconds(1));
        options.content = &content;
        options.health = [this](health::HealthFacts const&) { return health(); };
        service.emplace(std::move(options), shipped_content(), writer, clock, std::function<void()>());
    }
    // The next reply of this kind, whenever it comes.
    template <typename Kind>
    Kind next()
    {
        for (;;) {
            for (auto& reply : service->take_replies()) waiting.push_back(std::move(reply));
            for (auto at = waiting.begin(); at != waiting.end(); ++at)
                if (auto* wanted = std::get_if<Kind>(&at->reply)) {
                    CHECK(at->ticket == ticket);
                    auto found = std::move(*wanted);
                    waiting.erase(at);
                    return found;
                }
        }
    }
    template <typename Kind>
    Kind run(staff::Command command)
    {
        service->run(std::move(command), ++ticket);
        return next<Kind>();
    }
    staff::RecoveryFault recovery() { return run<staff::RecoveryChecked>(staff::FindRecovery{}).fault; }

    TemporaryFolder folder;
    ManualClock clock{noon("2026-11-20")};
    services::Writer writer{writer_options(folder / "data"), clock};
    ThrowingContent content;
    std::function<MachineHealth()> health = [] { return MachineHealth(); };
    std::optional<StaffServices> service;
    Ticket ticket = kNoTicket;
    std::vector<TicketedReply> waiting;
};

} // namespace

TEST_CASE("content that cannot be looked for, used or gone back from tells staff why, whatever was thrown")
{
    for (auto const waiting : {Execution::on_worker, Execution::at_once}) {
        WorkingService service(waiting);
        for (auto const& [command, words] :
             {std::pair{staff::Command(staff::FindContent{}), "Input/output error"},
              std::pair{staff::Command(staff::UseContent{}), "there is not enough memory"},
              std::pair{staff::Command(staff::DropContent{}), "there is not enough memory"},
              std::pair{staff::Command(staff::GoBack{}), "Input/output error"}}) {
            auto const reply = service.run<staff::ContentReplied>(command);
            CHECK(reply.stage == staff::ContentStage::failed);
            CHECK(reply.words.find(words) != std::string::npos);
        }
        // And the service goes on.
        auto const checked = service.run<staff::PinChecked>(staff::CheckPin{Secret("246813")});
        CHECK(checked.attempt == staff::Attempt::right);
    }
}

TEST_CASE("a kiosk whose configuration cannot say its name takes the recovery stick of the name that was known last")
{
    auto const pair = crypto::make_signing_pair();
    // What the figures know is "test".
    for (auto const& [name, stick, fault] : {std::tuple{"", "test", staff::RecoveryFault::none},
                                             std::tuple{"", "lobby", staff::RecoveryFault::other_kiosk},
                                             std::tuple{"lobby", "lobby", staff::RecoveryFault::none},
                                             std::tuple{"lobby", "test", staff::RecoveryFault::other_kiosk}}) {
        std::string const called = name;
        CAPTURE(called);
        std::string const on_stick = stick;
        CAPTURE(on_stick);
        WorkingService service(Execution::on_worker, name, {crypto::public_key_text(pair.open)});
        REQUIRE(make_folder(service.folder / "stick").ok());
        auto const letter = lock::make_recovery(stick, 4, pair.secret);
        REQUIRE(write_file_atomically(service.folder / "stick" / lock::kRecoveryFile, letter).ok());
        CHECK(service.recovery() == fault);
    }
}

TEST_CASE("a stick of another format is told wherever one is looked for, and not that there is none")
{
    WorkingService service(Execution::on_worker, "lobby", {crypto::public_key_text(crypto::make_signing_pair().open)});
    auto const fault_of_export = [&] { return service.run<staff::FiguresExported>(staff::ExportFigures{}).words; };
    CHECK(fault_of_export().empty());
    CHECK(service.recovery() == staff::RecoveryFault::no_stick);
    REQUIRE(make_folder(service.folder / "foreign").ok());
    CHECK(fault_of_export().empty());
    REQUIRE(write_file_atomically(service.folder / "foreign" / "sda1", "").ok());
    CHECK(fault_of_export() == "foreign");
    CHECK(service.recovery() == staff::RecoveryFault::foreign_stick);
    // One that is read stands before it.
    REQUIRE(make_folder(service.folder / "stick").ok());
    CHECK(service.recovery() == staff::RecoveryFault::no_stick);
}

TEST_CASE("where no key can have signed a recovery stick, none is looked for, and no stick is mounted")
{
    WorkingService service;
    REQUIRE(make_folder(service.folder / "nobody").ok()); // where what is asked of the system is written
    CHECK(service.recovery() == staff::RecoveryFault::not_signed);
    CHECK(std::filesystem::is_empty(service.folder / "nobody"));
}

TEST_CASE("a machine that cannot be looked at is a red line with the reason, and no end of the kiosk")
{
    WorkingService service;
    service.health = []() -> MachineHealth { broken_disk(); };
    auto const read = service.run<staff::MachineRead>(staff::ReadView{});
    REQUIRE(read.view.health.size() == 1);
    CHECK(read.view.health.front().light == health::Light::red);
    // The content's view throws as well: what is said is that there is no memory.
    CHECK(read.view.health.front().words.find("there is not enough memory") != std::string::npos);
    // The settings are known all the same.
    CHECK(read.settings.clock.year == 2026);
    CHECK(read.view.zone == "Europe/Brussels");
}

TEST_CASE("a reply that comes when its service has gone goes nowhere")
{
    WorkingService service;
    service.service->run(staff::ExportFigures{}, 1);
    service.service->run(staff::ReadView{}, 2);
    service.service.reset();
    CHECK(service.writer.flush().last_fault.empty());
}

TEST_CASE("figures are read, exported and spoken of in the order in which staff have asked")
{
    WorkingService service;
    REQUIRE(make_folder(service.folder / "stick").ok());
    service.service->run(staff::KeepRemark{{"2026-11-19", "off"}, RemarkChange::note}, 1);
    service.service->run(staff::ExportFigures{}, 2);
    service.service->run(staff::ReadView{}, 3);
    std::vector<TicketedReply> replies;
    while (replies.size() < 4)
        for (auto& reply : service.service->take_replies()) replies.push_back(std::move(reply));
    std::erase_if(replies, [](auto const& one) { return std::holds_alternative<staff::MachineRead>(one.reply); });
    REQUIRE(replies.size() == 3);
    CHECK(std::get<staff::RemarkKept>(replies[0].reply).outcome == staff::Outcome::done);
    CHECK(std::get<staff::FiguresExported>(replies[1].reply).outcome == staff::Outcome::done);
    auto const& figures = std::get<staff::FiguresRead>(replies[2].reply).view.figures;
    CHECK(figures.remarks == std::vector<DayRemark>{{"2026-11-19", "off"}});
}
