package dev.touchstone.web.http;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window. Nothing is downloaded: browser and driver are the system's. */
final class TestingBrowser implements AutoCloseable {
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final String BROWSER = "/usr/bin/chromium";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    TestingBrowser(Path profile) {
        var options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .build();
        this.driver = new ChromeDriver(service, options);
    }

    /** The size of the page's own window, whatever the browser puts around it. */
    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(String address) {
        driver.get(address);
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    List<WebElement> find(By by) {
        return driver.findElements(by);
    }

    void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    void type(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).sendKeys(text);
    }

    void press(String keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** An attribute of what has the focus. */
    String focused(String attribute) {
        return String.valueOf(driver.switchTo().activeElement().getDomAttribute(attribute));
    }

    void waitFor(String selector, String text) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.textToBe(By.cssSelector(selector), text));
    }

    @Nullable
    Object script(String script) {
        return driver.executeScript(script);
    }

    long number(String script) {
        return script(script) instanceof Number number ? number.longValue() : Long.MIN_VALUE;
    }

    boolean truth(String script) {
        return Boolean.TRUE.equals(script(script));
    }

    /** What the console has said since the last time, violations of the pages' policy among it. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
